"""A module that nothing brings is the one of its name on the index where that has all that is taken from it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.resolve.model import Lock
from dockerize_ml.resolve.resolve import Wish

Make = Callable[[dict[str, str]], Path]
Sdist = Callable[..., Path]
METADATA = "Metadata-Version: 2.1\nName: gizmo-lib\nVersion: 1.0\n"
SOURCES = {
    "PKG-INFO": METADATA,
    "gizmo_lib/__init__.py": "VERSION = 1\n",
    "gizmo_lib/parts/__init__.py": "",
    "gizmo_lib/parts/wheels.py": "def turn(): ...\n",
}
START = "import flask\n\napp = flask.Flask(__name__)\n"


@pytest.fixture(autouse=True)
def shop(wheel: Callable[..., None], sdist: Sdist) -> None:
    wheel("flask", "2.0.0")
    wheel("gunicorn", "23.0.0")
    sdist("gizmo-lib", "1.0", SOURCES)


def locked(folder: Make, imports: str) -> Lock:
    root = folder({"app.py": f"{imports}\n{START}", "requirements.txt": "flask\n"})
    made = pipeline.lock(root, {"python": "3.11"}, Wish(lock=True)).lock
    assert made is not None
    return made


TAKEN = {
    "a name of a module": "from gizmo_lib.parts.wheels import turn",
    "a module of the package": "from gizmo_lib.parts import wheels",
    "a dotted module": "import gizmo_lib.parts",
    "a name of the package": "from gizmo_lib import VERSION",
    "an attribute of the module": "import gizmo_lib\nprint(gizmo_lib.VERSION)",
    "an attribute of the module by another name": "import gizmo_lib as g\nprint(g.VERSION)",
}


@pytest.mark.parametrize("imports", TAKEN.values(), ids=TAKEN)
def test_what_has_all_is_added(folder: Make, imports: str) -> None:
    made = locked(folder, imports)
    (repair,) = [each for each in made.repairs if each.name == "gizmo-lib"]
    assert (repair.kind, repair.new, str(repair.at)) == ("added", "gizmo-lib", "app.py:1")
    assert "has all that is taken from it" in repair.reason
    assert "gizmo-lib" in {each.name for each in made.packages} | {
        each.text.partition("=")[0] for each in made.compiled
    }


NOT_TAKEN = {
    "it lacks a name": "from gizmo_lib import VERSION, other",
    "it lacks a module": "from gizmo_lib.engine import run",
    "it lacks an attribute": "import gizmo_lib\ngizmo_lib.run()",
    "the name alone is no proof": "import gizmo_lib",
    "the index has nothing of that name": "from gadget_lib import run",
    "it can be done without": "try:\n    from gizmo_lib import VERSION\nexcept ImportError:\n    VERSION = 0",
}


@pytest.mark.parametrize("imports", NOT_TAKEN.values(), ids=NOT_TAKEN)
def test_what_may_be_something_else_is_not(folder: Make, imports: str) -> None:
    made = locked(folder, imports)
    assert {each.name for each in made.packages} == {"flask", "gunicorn"}
    assert not made.compiled


def test_what_the_user_keeps_as_it_is_stays_so(folder: Make) -> None:
    root = folder({"app.py": f"from gizmo_lib import VERSION\n{START}", "requirements.txt": "flask\n"})
    made = pipeline.lock(root, {"python": "3.11"}, Wish(lock=True, keep=frozenset({"gizmo-lib"}))).lock
    assert made is not None
    assert not made.repairs or "gizmo-lib" not in {each.name for each in made.repairs}
