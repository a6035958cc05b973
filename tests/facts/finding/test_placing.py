"""In which folder a server is started, and what it imports there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml.facts.inspection import inspect
from dockerize_ml.project.project import Project

_APP = "from fastapi import FastAPI\napp = FastAPI()\n"
_BUILT = '[project]\nname = "x"\nversion = "0"\n\n[build-system]\nrequires = ["hatchling"]\n'

PLACES = {
    "at the root": ({"main.py": _APP}, (".", "main:app")),
    "in a package that imports itself": (
        {"app/main.py": f"from app.db import x\n{_APP}", "app/db.py": ""},
        (".", "app.main:app"),
    ),
    "in a folder whose files import each other plainly": (
        {"src/main.py": f"import db\n{_APP}", "src/db.py": ""},
        ("src", "main:app"),
    ),
    "in a folder with its own requirements": (
        {"backend/main.py": _APP, "backend/requirements.txt": "fastapi\n"},
        ("backend", "main:app"),
    ),
    "in a folder that is no name": ({"my-api/main.py": _APP}, ("my-api", "main:app")),
    "in a package below a service's folder": (
        {"backend/app/main.py": f"from app import db\n{_APP}", "backend/app/db.py": ""},
        ("backend", "app.main:app"),
    ),
    "relative imports need a package": (
        {"api/main.py": f"from .db import x\n{_APP}", "api/db.py": "", "api/requirements.txt": "fastapi\n"},
        (".", "api.main:app"),
    ),
    "installed from src": (
        {"src/pkg/__init__.py": "", "src/pkg/web.py": _APP, "pyproject.toml": _BUILT},
        (".", "pkg.web:app"),
    ),
    "as the README writes it": (
        {"src/main.py": _APP, "README.md": "```\ncd src\nuvicorn main:app\n```\n"},
        ("src", "main:app"),
    ),
}


@pytest.mark.parametrize("case", PLACES)
def test_a_server_starts(case: str, folder: Callable[[dict[str, str]], Path]) -> None:
    files, expected = PLACES[case]

    facts = inspect(Project.open(folder(files))).facts

    assert (facts.workdir.value, facts.entrypoint.value) == expected


_RUN = "\n\nif __name__ == '__main__':\n    print('a')\n"


def test_a_neighbour_of_a_required_name_in_a_package_is_not_meant(folder: Callable[[dict[str, str]], Path]) -> None:
    files = {
        "mock/__init__.py": "",
        "mock/server.py": f"from mock.core.models import A{_RUN}",
        "mock/core/__init__.py": "",
        "mock/core/models.py": "import replies\n\nA = replies.A\n",
        "mock/core/replies.py": "from .models import A\n",
        "requirements.txt": "replies\n",
    }

    program = inspect(Project.open(folder(files))).programs[0]

    assert program.import_roots == (".",)


CALLED = {
    "a file that imports what lies beside it as part of its package": (
        {"shop/__init__.py": "", "shop/run.py": f"from . import goods{_RUN}", "shop/goods.py": ""},
        "shop.run",
    ),
    "a file beside one that is called like a module of Python's": (
        {"shop/__init__.py": "", "shop/run.py": f"import json{_RUN}", "shop/types.py": ""},
        "shop.run",
    ),
    "a file that is called like what it imports": (
        {"shop/__init__.py": "", "shop/redis.py": f"import redis{_RUN}", "requirements.txt": "redis\n"},
        "shop.redis",
    ),
    "a file that imports its neighbours plainly": (
        {"shop/run.py": f"import goods{_RUN}", "shop/goods.py": "", "shop/types.py": ""},
        "",
    ),
    "a file at the root, where a name is hidden either way": ({"run.py": f"import json{_RUN}", "types.py": ""}, ""),
    "a file beside another of a name that only the project has": (
        {"shop/__init__.py": "", "shop/run.py": f"import json{_RUN}", "shop/goods.py": "", "shop/test/__init__.py": ""},
        "",
    ),
}


@pytest.mark.parametrize("case", CALLED)
def test_a_file_is_run_as_a_module_where_it_has_to_be(case: str, folder: Callable[[dict[str, str]], Path]) -> None:
    files, module = CALLED[case]

    program = inspect(Project.open(folder(files))).programs[0]

    assert (program.entrypoint.endswith(".py"), program.called) == (True, module)


def test_what_lies_beside_a_main_is_on_the_path_where_it_is_imported_plainly(
    folder: Callable[[dict[str, str]], Path],
) -> None:
    main = f"from parts import go\nimport tool.rest\n{_RUN}"
    files = {"tool/__init__.py": "", "tool/__main__.py": main, "tool/parts.py": "def go(): ...\n", "tool/rest.py": ""}

    (program, *_) = inspect(Project.open(folder(files))).programs

    assert (program.entrypoint, program.import_roots) == ("tool/__main__.py", (".", "tool"))


@pytest.mark.parametrize(("code", "roots"), [("import panel\npanel.panel(1).servable()\n", (".",)), (_RUN, ())])
def test_what_a_tool_shows_finds_its_package_where_a_neighbour_hides_a_module(
    code: str, roots: tuple[str, ...], folder: Callable[[dict[str, str]], Path]
) -> None:
    files = {"viz/__init__.py": "", "viz/gui.py": f"import viz\nimport viz.io\n{code}", "viz/io.py": ""}

    (program, *_) = inspect(Project.open(folder(files))).programs

    assert (program.file, program.called, program.import_roots) == ("viz/gui.py", "viz.gui", roots)
