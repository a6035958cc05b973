"""A project whose own folder is the package that its modules import from."""

from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.facts.source.root_name import names_of, root_name

NAMED = {
    "from its modules": ({"app.py": "\nfrom shop.views import page\n", "views.py": ""}, "app.py:2"),
    "a module of it": ({"app.py": "import shop.views\n", "views.py": ""}, "app.py:1"),
    "one taken out of it": ({"app.py": "from shop import views\n", "views.py": ""}, "app.py:1"),
    "a folder in it": ({"app.py": "from shop.web.views import page\n", "web/views.py": ""}, "app.py:1"),
    "in settings": ({"settings.py": "ROOT_URLCONF = 'shop.urls'\n", "urls.py": ""}, "settings.py:1"),
}
NOT_NAMED = {
    "a folder of that name": {"app.py": "from shop.views import page\n", "views.py": "", "shop/views.py": ""},
    "a module of that name": {"app.py": "from shop import views\n", "views.py": "", "shop.py": ""},
    "a source folder's": {"app.py": "from shop.views import page\n", "views.py": "", "src/shop/views.py": ""},
    "something that is not there": {"app.py": "from shop.cart import page\n", "views.py": ""},
    "in a sentence": {"app.py": "# shop.views is the module\nprint('see shop.views or so')\n", "views.py": ""},
}


@pytest.mark.parametrize(("files", "place"), NAMED.values(), ids=NAMED)
def test_the_folder_is_named(files: dict[str, str], place: str) -> None:
    found = root_name("shop", files, (), files.__getitem__)
    assert found is not None
    assert (found.name, str(found.at)) == ("shop", place)


@pytest.mark.parametrize("files", NOT_NAMED.values(), ids=NOT_NAMED)
def test_it_is_not(files: dict[str, str]) -> None:
    assert root_name("shop", files, (), files.__getitem__) is None


@pytest.mark.parametrize("folder", ["json", "flask", "my-shop", "web; true"])
def test_a_name_that_means_something_else_or_cannot_be_imported(folder: str) -> None:
    files = {"app.py": f"from {folder} import views\n", "views.py": ""}
    assert root_name(folder, files, {"flask"}, files.__getitem__) is None


def dockerfile_of_shop(tmp_path: Path, files: dict[str, str]) -> str:
    root = tmp_path / "shop"
    root.mkdir()
    for name, text in files.items():
        (root / name).write_text(text)
    return pipeline.generate(root).files.dockerfile


def test_the_image_gives_the_folder_its_name(tmp_path: Path) -> None:
    app = "from flask import Flask\nfrom shop.views import page\n\napp = Flask(__name__)\n"

    dockerfile = dockerfile_of_shop(
        tmp_path, {"requirements.txt": "flask\n", "app.py": app, "views.py": "import yaml\n"}
    )

    assert "mkdir /opt/named \\\n    && ln --symbolic /app /opt/named/shop" in dockerfile
    assert "PYTHONPATH=/opt/named" in dockerfile
    assert "app.py:2" in dockerfile


def test_a_site_without_an_application_of_its_own_is_served_as_runserver_does(tmp_path: Path) -> None:
    site = {
        "requirements.txt": "django\n",
        "manage.py": "import os, django\nos.environ['DJANGO_SETTINGS_MODULE'] = 'shop.settings'\n",
        "settings.py": "ROOT_URLCONF = 'shop.urls'\n",
        "urls.py": "urlpatterns = []\n",
    }

    dockerfile = dockerfile_of_shop(tmp_path, site)

    assert '"django.core.wsgi:get_wsgi_application()"]' in dockerfile
    assert "DJANGO_SETTINGS_MODULE=shop.settings" in dockerfile


BUILT = {
    "the whole folder is the package": ({"setup.py": "setup(package_dir={'shop': ''})"}, ("shop", "clone")),
    "with a dot": ({"setup.py": 'setup(\n    package_dir={"shop": ".", "shop.api": "api"},\n)'}, ("shop", "clone")),
    "in pyproject.toml": ({"pyproject.toml": '[tool.setuptools]\npackage-dir = {shop = "."}\n'}, ("shop", "clone")),
    "as a table": ({"pyproject.toml": '[tool.setuptools.package-dir]\nshop = "."\n'}, ("shop", "clone")),
    "in setup.cfg": ({"setup.cfg": "[options]\npackage_dir =\n    shop = .\n"}, ("shop", "clone")),
    "packages lie in src": ({"setup.py": "setup(package_dir={'': 'src'})"}, ("clone",)),
    "a package lies in a folder": ({"setup.py": "setup(package_dir={'shop': 'lib/shop'})"}, ("clone",)),
    "nothing is said": ({"setup.py": "setup(name='shop')"}, ("clone",)),
}


@pytest.mark.parametrize(("files", "names"), BUILT.values(), ids=BUILT)
def test_the_names_that_the_folder_may_have(files: dict[str, str], names: tuple[str, ...]) -> None:
    assert names_of("clone", lambda path: files.get(path, "")) == names
