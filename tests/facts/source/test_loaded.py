"""Modules that a file names as text and that are loaded with it."""

import pytest

from dockerize_ml.facts.source.layout import Layout
from dockerize_ml.facts.source.loaded import Loaded, loaded

FILES = ("app.py", "config.py", "shop/__init__.py", "shop/main.py", "shop/routes.py", "shop/tasks.py", "shop/urls.py")
LOADS = {
    "a class of settings": ("app.py", "app.config.from_object('config.Production')\n", ["config.py"]),
    "a module of settings": ("app.py", "\n\ncelery.config_from_object('config')\n", ["config.py"]),
    "URLs": ("app.py", "path('', include('shop.urls', namespace='x'))\n", ["shop/urls.py"]),
    "URLs in a pair": ("app.py", "path('', include(('shop.urls', 'shop')))\n", ["shop/urls.py"]),
    "a part beside it": ("shop/main.py", "config.include('.routes')\n", ["shop/routes.py"]),
    "a page of Streamlit": ("app.py", "pg = st.navigation([st.Page('shop/main.py', icon='x')])\n", ["shop/main.py"]),
    "a page beside it": ("shop/main.py", "st.Page(page='tasks.py')\n", ["shop/tasks.py"]),
    "tasks": ("app.py", "Celery('app', include=['shop.tasks', 'celery.x'])\n", ["shop/tasks.py"]),
}
QUIET = {
    "another distribution's": ("app.py", "config.include('pyramid_jinja2')\n"),
    "itself": ("config.py", "from_object('config')\n"),
    "a text that nothing loads": ("app.py", "render('shop.urls')\n"),
    "the files of another distribution": ("app.py", "resources.files('certifi')\n"),
    "files of another kind": ("app.py", "upload.files('shop')\n"),
    "a page that is switched to": ("shop/main.py", "st.switch_page('tasks.py')\n"),
    "fields": ("app.py", "serialise(include=['name', 'price'])\n"),
}


@pytest.mark.parametrize(("path", "text", "files"), LOADS.values(), ids=LOADS)
def test_a_name_leads_to_its_file(path: str, text: str, files: list[str]) -> None:
    found = [(each.line, each.target, each.root) for each in loaded(text, path, Layout(FILES))]
    assert found == [(text.count("\n"), file, None) for file in files]


@pytest.mark.parametrize(
    "call",
    [
        "resources.files('shop')",
        'files("shop.static")',
        "importlib.resources.read_text('shop', 'a.txt')",
        "pkg_resources.resource_filename('shop', 'a.txt')",
        "pkgutil.get_data('shop', 'a.txt')",
        "Environment(loader=PackageLoader('shop'))",
        "PackageLoader(package_name='shop')",
    ],
)
def test_a_package_whose_files_are_read_has_to_be_on_the_path(call: str) -> None:
    layout = Layout(("src/app.py", "src/shop/__init__.py", "src/shop/page.py"))
    assert list(loaded(f"x = {call}\n", "src/shop/page.py", layout)) == [Loaded(1, "src/shop/__init__.py", "src")]


@pytest.mark.parametrize(("path", "text"), QUIET.values(), ids=QUIET)
def test_other_texts_lead_nowhere(path: str, text: str) -> None:
    assert not list(loaded(text, path, Layout(FILES)))
