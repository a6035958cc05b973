"""A program that names its files as seen from the root is started there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]

APP = "from flask import Flask\nfrom helpers import x\n\napp = Flask(__name__)\nCONFIG = {}\n"
FROM_ROOT = {
    "by its path": "open('config/a.yaml').read()",
    "from the current folder": "open('./config/a.yaml').read()",
}
FROM_ITS_FOLDER = {
    "nothing": "1",
    "what lies beside it": "open('b.yaml').read()",
    "what lies in both": "open('b.yaml').read() + open('config/a.yaml').read()",
    "what is not there": "open('config/c.yaml').read()",
    "by where the module lies": "open(os.path.dirname(__file__) + '/../config/a.yaml').read()",
}


def started(code: str, folder: Make) -> tuple[str | None, str]:
    files = {
        "requirements.txt": "flask\n",
        "src/main.py": "import os\n" + APP.format(code),
        "src/helpers.py": "x = 1\n",
        "src/b.yaml": "b: 1\n",
        "config/a.yaml": "a: 1\n",
    }
    root = folder(files)
    return pipeline.inspect(root).facts.workdir.value, pipeline.generate(root).files.dockerfile


@pytest.mark.parametrize("code", FROM_ROOT.values(), ids=FROM_ROOT)
def test_it_is_started_in_the_root(code: str, folder: Make) -> None:
    workdir, dockerfile = started(code, folder)
    assert workdir == "."
    assert "PYTHONPATH=/app/src" in dockerfile
    assert '"main:app"]' in dockerfile


@pytest.mark.parametrize("code", FROM_ITS_FOLDER.values(), ids=FROM_ITS_FOLDER)
def test_it_is_started_in_its_folder(code: str, folder: Make) -> None:
    workdir, dockerfile = started(code, folder)
    assert workdir == "src"
    assert "PYTHONPATH" not in dockerfile


UPWARDS = {
    "what lies above": ({"src/main.py": "open('../data/a.csv')"}, "src", "main.py"),
    "by a constant of another file": (
        {"src/main.py": "import settings\nopen(settings.DATA)", "src/settings.py": "DATA = '../data/a.csv'"},
        "src",
        "main.py",
    ),
    "what it makes in a folder that is there": ({"src/main.py": "open('../data/folds.csv')"}, "src", "main.py"),
    "from a folder between": ({"src/models/train.py": "open('../data/a.csv')"}, "src", "models/train.py"),
    "far above": ({"src/models/train.py": "open('../../data/a.csv')"}, "src/models", "train.py"),
    "where the root has something of it": (
        {"src/main.py": "open('../data/a.csv')\nopen('data/b.csv')", "data/b.csv": "b\n"},
        ".",
        "src/main.py",
    ),
    "outside of the project": ({"src/main.py": "open('../../elsewhere/a.csv')"}, ".", "src/main.py"),
    "by where the module lies": (
        {"src/main.py": "import os\nopen(os.path.join(os.path.dirname(__file__), '../data/a.csv'))"},
        ".",
        "src/main.py",
    ),
}


@pytest.mark.parametrize("case", UPWARDS)
def test_a_script_is_started_where_its_upward_paths_lead(case: str, folder: Make) -> None:
    files, workdir, entrypoint = UPWARDS[case]

    facts = pipeline.inspect(folder({"requirements.txt": "pandas\n", "data/a.csv": "a\n", **files})).facts

    assert (facts.workdir.value, facts.entrypoint.value) == (workdir, entrypoint)


SERVED = "from flask import Flask\n{imports}\napp = Flask(__name__)\nMODEL = open('../models/m.bin', 'rb')\n"
SERVERS = {
    "beside its neighbours": ("import helpers", ("api", "app:app")),
    "in its package": ("from api import helpers", (".", "api.app:app")),
}


@pytest.mark.parametrize("case", SERVERS)
def test_a_server_is_started_where_its_upward_paths_lead(case: str, folder: Make) -> None:
    imports, expected = SERVERS[case]
    files = {
        "requirements.txt": "flask\n",
        "models/m.bin": "m",
        "api/app.py": SERVED.format(imports=imports),
        "api/helpers.py": "x = 1\n",
    }

    facts = pipeline.inspect(folder(files)).facts

    assert (facts.workdir.value, facts.entrypoint.value) == expected


SCRIPT = "import helpers\n\n\nif __name__ == '__main__':\n    print(helpers.load())\n"
LOADS = "def load():\n    return {}\n"
PLACES = {
    "what lies in its folder": ("open('./data/b.yaml').read()", "server", "main.py"),
    "what lies in the root": ("open('config/a.yaml').read()", ".", "server/main.py"),
    "both": ("open('data/b.yaml').read() + open('config/a.yaml').read()", ".", "server/main.py"),
    "nothing": ("1", ".", "server/main.py"),
    "by its folder's name": ("open('server/data/b.yaml').read()", ".", "server/main.py"),
}


@pytest.mark.parametrize("case", PLACES)
def test_a_script_is_started_where_it_finds_its_files(case: str, folder: Make) -> None:
    code, workdir, entrypoint = PLACES[case]
    files = {
        "requirements.txt": "flask\n",
        "server/main.py": SCRIPT,
        "server/helpers.py": LOADS.format(code),
        "server/data/b.yaml": "b: 1\n",
        "config/a.yaml": "a: 1\n",
    }

    facts = pipeline.inspect(folder(files)).facts

    assert (facts.workdir.value, facts.entrypoint.value) == (workdir, entrypoint)


PAGE = (
    "from fastapi import FastAPI\nfrom fastapi.templating import Jinja2Templates\n\nfrom chat.rooms import Rooms\n\n"
    "app = FastAPI()\ntemplates = Jinja2Templates(directory='{}')\n"
)
# Where its templates lie, as it calls them, and what lies beside it → where it is started.
TEMPLATES = {
    "below its own folder": ("templates", "src/chat/templates/a.html", {}, ("src/chat", "/app/src")),
    "in the root": ("templates", "templates/a.html", {}, (".", "/app/src")),
    "nowhere": ("pages", "src/chat/templates/a.html", {}, ("src", "")),
    "beside a module that would hide Python's own": (
        "templates",
        "src/chat/templates/a.html",
        {"src/chat/logging.py": ""},
        ("src", ""),
    ),
}


@pytest.mark.parametrize(("called", "path", "more", "expected"), TEMPLATES.values(), ids=TEMPLATES)
def test_an_application_is_started_where_its_folders_are(
    folder: Make, called: str, path: str, more: dict[str, str], expected: tuple[str, str]
) -> None:
    files = {
        "requirements.txt": "fastapi\njinja2\n",
        "src/chat/__init__.py": "",
        "src/chat/main.py": PAGE.format(called),
        "src/chat/rooms.py": "Rooms = dict\n",
        path: "a",
        **more,
    }
    made = pipeline.generate(folder(files))
    assert made.inspection.facts.workdir.value == expected[0]
    assert f"PYTHONPATH={expected[1]}" in made.files.dockerfile or not expected[1]
    assert '"chat.main:app"' in made.files.dockerfile


SPACE = {
    "README.md": "# Space\n",
    "App/README.md": "---\nsdk: gradio\napp_file: app.py\n---\n",
    "App/requirements.txt": "gradio\n",
}
OPENS = (
    "import gradio as gr\n\ntext = open({!r}).read()\ngr.Interface(fn=len, inputs='text', outputs='text').launch()\n"
)


@pytest.mark.parametrize(
    ("path", "workdir", "entrypoint"),
    [("./Model/a.txt", ".", "App/app.py"), ("Model/b.txt", "App", "app.py"), ("c.txt", "App", "app.py")],
    ids=["what the root has", "what its own folder has", "what nobody has"],
)
def test_a_file_of_a_folder_is_started_where_its_files_are(
    path: str, workdir: str, entrypoint: str, folder: Make
) -> None:
    files = {"App/app.py": OPENS.format(path), "Model/a.txt": "a\n", "App/Model/b.txt": "b\n", **SPACE}
    facts = pipeline.inspect(folder(files)).facts
    assert (facts.workdir.value, facts.entrypoint.value) == (workdir, entrypoint)


@pytest.mark.parametrize(
    ("readme", "code", "expected"),
    [
        ("cd hw01/logs\npython3 report.py", "print(open_newest(CONFIG['in']))", ("hw01/logs", "report.py")),
        ("python3 hw01/logs/report.py", "print(open_newest(CONFIG['in']))", (".", "hw01/logs/report.py")),
        ("cd hw01/logs\npython3 report.py", "print(open('rows/a.csv').read())", (".", "hw01/logs/report.py")),
    ],
)
def test_a_script_is_started_where_the_readme_goes(
    readme: str, code: str, expected: tuple[str, str], folder: Make
) -> None:
    root = folder(
        {
            "README.md": f"# Homework\n\n```\n{readme}\n```\n",
            "hw01/logs/report.py": f"CONFIG = {{'in': './log'}}\n\nif __name__ == '__main__':\n    {code}\n",
            "hw01/logs/log/a.log": "a\n",
            "rows/a.csv": "a\n",
        }
    )
    facts = pipeline.inspect(root).facts
    assert (facts.workdir.value, facts.entrypoint.value) == expected
