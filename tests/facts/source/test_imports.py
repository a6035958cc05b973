"""Import lines read from text, and where they lead."""

import pytest

from dockerize_ml.facts.source.imports import ImportLine, import_lines
from dockerize_ml.facts.source.layout import Layout, Located, module_name

READS = {
    "plain": ("import os\n", [ImportLine(1, 0, "os")]),
    "several in one line": ("import os, sys as s\n", [ImportLine(1, 0, "os"), ImportLine(1, 0, "sys")]),
    "from with alias": ("\nfrom a.b import c as d\n", [ImportLine(2, 0, "a.b", ("c",))]),
    "relative": ("from ..x import y, z\n", [ImportLine(1, 2, "x", ("y", "z"))]),
    "only dots": ("from . import y\n", [ImportLine(1, 1, "", ("y",))]),
    "over several lines": (
        "from a import (\n    b,  # why\n    c,\n)\nimport d\n",
        [ImportLine(1, 0, "a", ("b", "c")), ImportLine(5, 0, "d")],
    ),
    "inside a function": ("def f():\n    import torch\n", [ImportLine(2, 0, "torch")]),
    "Python 2 beside it": ("print 'x'\nimport urllib2\n", [ImportLine(2, 0, "urllib2")]),
    "a sentence about importing": ("# import nothing\nimportant = 1\n", []),
}


@pytest.mark.parametrize("case", READS)
def test_import_lines_are_read(case: str) -> None:
    text, expected = READS[case]

    assert list(import_lines(text)) == expected


FILES = (
    "main.py", "app/__init__.py", "app/main.py", "app/db.py", "src/pkg/__init__.py", "src/pkg/core.py",
    "backend/app/__init__.py", "backend/app/main.py", "backend/app/db.py", "tool/run.py", "tool/flask.py",
    "proj/__init__.py", "proj/celery.py", "proj/tasks.py", "streamlit/app.py", "spaces/ns/mod.py",
    "shop/__init__.py", "shop/math.py", "shop/yaml.py", "shop/cart.py", "shop/io/read.py", "queue.py", "plain/queue.py",
    "plain/main.py",
)  # fmt: skip

LEADS = {
    "to a neighbour": (("main.py", 0, "app.db"), Located("app/db.py", ".")),
    "to the package above the file": (("backend/app/main.py", 0, "app.db"), Located("backend/app/db.py", "backend")),
    "to a dot": (("app/main.py", 1, "db"), Located("app/db.py", None)),
    "into src": (("main.py", 0, "pkg.core"), Located("src/pkg/core.py", "src")),
    "to a package": (("main.py", 0, "app"), Located("app/__init__.py", ".")),
    "to a namespace folder": (("main.py", 0, "spaces.ns"), Located("spaces/ns", ".")),
    "nowhere for another's distribution": (("main.py", 0, "numpy"), None),
    "nowhere for a module named like the library it imports": (("proj/celery.py", 0, "celery"), None),
    "nowhere for its neighbour either": (("proj/tasks.py", 0, "celery"), None),
    "to the standard library, not to a module of the own package": (("shop/cart.py", 0, "math"), None),
    "nor to one of the package around": (("shop/io/read.py", 0, "math"), None),
    "nor to a module named like a library's": (("shop/cart.py", 0, "yaml"), None),
    "to it by the package's name": (("shop/cart.py", 0, "shop.math"), Located("shop/math.py", ".")),
    "to it by a dot": (("shop/cart.py", 1, "math"), Located("shop/math.py", None)),
    "to a neighbour of a script that hides the library": (
        ("plain/main.py", 0, "queue"),
        Located("plain/queue.py", "plain"),
    ),
    "nowhere for a folder named like the library": (("streamlit/app.py", 0, "streamlit"), None),
}


@pytest.mark.parametrize("case", LEADS)
def test_an_import_leads_to_a_file(case: str) -> None:
    (importer, level, module), expected = LEADS[case]

    layout = Layout(FILES, foreign={"celery", "streamlit", "flask"}, usual={"yaml"})

    assert layout.locate(importer, level, module) == expected


def test_a_package_means_itself_by_its_name() -> None:
    layout = Layout(["shop/__init__.py", "shop/shop.py", "shop/page.py", "tool/tool.py", "tool/main.py"])
    assert layout.locate("shop/__init__.py", 0, "shop") is None
    assert layout.locate("shop/__init__.py", 0, "shop.page") == Located("shop/page.py", ".")
    assert layout.locate("shop/page.py", 0, "shop.shop") == Located("shop/shop.py", ".")
    assert layout.locate("tool/main.py", 0, "tool") == Located("tool/tool.py", "tool")


def test_a_folder_that_somebody_puts_on_the_path_is_searched_last() -> None:
    layout = Layout(["app/main.py", "app/eda/__init__.py", "app/eda/plots.py", "app/tool.py"], added=["app/eda", "no"])
    assert layout.locate("app/main.py", 0, "plots") == Located("app/eda/plots.py", "app/eda")
    assert layout.locate("app/main.py", 0, "tool") == Located("app/tool.py", "app")


@pytest.mark.parametrize(
    ("path", "root", "expected"),
    [("app/main.py", ".", "app.main"), ("src/app/__init__.py", "src", "app"), ("__init__.py", ".", "__init__")],
)
def test_a_file_has_a_dotted_name(path: str, root: str, expected: str) -> None:
    assert module_name(path, root) == expected


def test_a_package_goes_before_a_module_of_its_name_in_it() -> None:
    layout = Layout(("src/shop/__init__.py", "src/shop/shop.py", "src/shop/tools/server.py"))
    assert layout.locate("src/shop/tools/server.py", 0, "shop") == Located("src/shop/__init__.py", "src")
