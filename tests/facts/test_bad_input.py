"""Nothing in a project may crash or mislead us."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml.facts.inspection import inspect
from dockerize_ml.project.project import Project

_APP = "from flask import Flask\n\napp = Flask(__name__)\n"
_LONG = ".a" * 900

HOSTILE = {
    "a file that imports itself": {"app.py": f"from app import *\nimport app\n{_APP}"},
    "two files that import each other": {"app.py": f"from b import x\n{_APP}", "b.py": "from app import x\n"},
    "a name defined by itself": {"app.py": f"{_APP}app = app\n"},
    "a factory that calls itself": {"app.py": f"{_APP}def create():\n    return create()\nother = create()\n"},
    "an endless chain of attributes": {"app.py": f"{_APP}\nif __name__ == '__main__':\n    app.run(port=x{_LONG})\n"},
    "a syntax error beside it": {"app.py": _APP, "broken.py": "def f(:\n    from flask import Flask\n"},
    "Python 2 beside it": {"app.py": _APP, "old.py": "import flask\nprint 'x'\n"},
    "a README that is binary": {"app.py": _APP, "README.md": "\x00\x01`uvicorn x:y`\x00"},
    "a README that never closes its block": {"app.py": _APP, "README.md": "```\npython nothing.py --port\n"},
    "YAML that is none": {"app.py": _APP, "docker-compose.yml": "services: [\n  {{\n", "render.yaml": ":\n- -"},
    "a compose file of the wrong shape": {"app.py": _APP, "compose.yaml": "services:\n  - web\n  - 1\n"},
    "a Dockerfile that is none": {"app.py": _APP, "Dockerfile": "<html>\nCMD [\n"},
    "commands with open quotes": {"app.py": _APP, "Procfile": "web: gunicorn 'app:app\nworker:\n:::\n"},
    "launch settings that are no JSON": {"app.py": _APP, ".vscode/launch.json": '{"configurations": [{"program": '},
    "an empty front matter": {"app.py": _APP, "README.md": "---\n"},
    "wrappers of each other": {
        "app.py": _APP,
        "wrapped.py": "from werkzeug.middleware.proxy_fix import ProxyFix\none = ProxyFix(two)\ntwo = ProxyFix(one)\n",
    },
    "starred and odd calls": {"app.py": f"{_APP}\nargs = []\napp.run(*args, **{{'port': 1 if app else 2}})\n"},
}


@pytest.mark.parametrize("case", HOSTILE)
def test_the_program_is_still_found(case: str, folder: Callable[[dict[str, str]], Path]) -> None:
    facts = inspect(Project.open(folder(HOSTILE[case]))).facts

    assert (facts.framework.value, facts.kind.value) == ("flask", "web")


def test_a_folder_with_only_a_manifest_has_no_program(folder: Callable[[dict[str, str]], Path]) -> None:
    facts = inspect(Project.open(folder({"requirements.txt": "flask\n"}))).facts

    assert (facts.entrypoint.value, facts.port.value) == (None, None)
    assert facts.entrypoint.evidence


def test_the_user_has_the_last_word(folder: Callable[[dict[str, str]], Path]) -> None:
    facts = inspect(Project.open(folder({"app.py": _APP})), overrides={"port": 9999}).facts

    assert facts.port.value == 9999
    assert [lost.value for lost in facts.port.alternatives] == [5000]


def test_a_service_is_picked_by_name_file_or_entrypoint(folder: Callable[[dict[str, str]], Path]) -> None:
    project = Project.open(folder({"api/main.py": _APP, "ui/app.py": "import streamlit as st\nst.title('x')\n"}))
    names = {program.name: program for program in inspect(project).programs}

    for picked in ("dashboard", "ui/app.py"):
        assert inspect(project, service=picked).facts.framework.value == "streamlit"
    assert "dashboard" in names
