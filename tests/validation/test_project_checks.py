"""The checks that hold a Dockerfile against its project: small projects, right ones and wrong ones."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.dockerfile import parse
from dockerize_ml.engine.check import Check
from dockerize_ml.validation.checks import (
    context,
    entry,
    host,
    imports,
    port,
    python_version,
    requirements_file,
    server,
)
from dockerize_ml.validation.registry import Checker, Looked, Subject

Make = Callable[[dict[str, str]], Path]

APP = "from fastapi import FastAPI\n\napp = FastAPI()\n"
FLASK = "from flask import Flask\n\napp = Flask(__name__)\n\nif __name__ == '__main__':\n    app.run({})\n"
HEAD = "FROM python:3.12-slim\nWORKDIR /app\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\n"
START = 'CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]\n'
WHOLE = f"{HEAD}COPY . .\nEXPOSE 8000\n{START}"
PROJECT = {"main.py": APP, "requirements.txt": "fastapi\nuvicorn\n"}


def rows(check: Checker, folder: Path) -> list[Check]:
    def look() -> Looked:
        return Looked(pipeline.open_project(folder), pipeline.inspect(folder))

    return list(check(Subject(folder, parse((folder / "Dockerfile").read_text()), look)))


ALL = (context, entry, host, imports, port, python_version, requirements_file, server)


def checker(module: object) -> Checker:
    name = str(getattr(module, "__name__", "")).rpartition(".")[2]
    found: Checker = getattr(module, name)
    return found


@pytest.mark.parametrize("module", ALL, ids=lambda module: module.__name__.rpartition(".")[2])
def test_a_right_project_passes(module: object, folder: Make) -> None:
    found = rows(checker(module), folder({**PROJECT, "Dockerfile": WHOLE}))
    assert found
    assert {row.status for row in found} == {"ok"}


RIGHT = {
    "an address that the code hands over": (
        host,
        {
            "main.py": FLASK.format("'0.0.0.0', 5000"),
            "requirements.txt": "flask\n",
            "Dockerfile": f'{HEAD}COPY . .\nCMD ["python", "main.py"]\n',
        },
    ),
    "an address in the variable that gradio reads": (
        host,
        {
            "main.py": "import gradio as gr\n\ngr.Interface(print, 'text', 'text').launch()\n",
            "requirements.txt": "gradio\n",
            "Dockerfile": f'{HEAD}COPY . .\nENV GRADIO_SERVER_NAME=0.0.0.0\nCMD ["python", "main.py"]\n',
        },
    ),
    "a command of the project's own": (
        entry,
        {
            "pyproject.toml": '[project]\nname = "svc"\nversion = "1"\n[project.scripts]\nsvc = "svc.cli:main"\n',
            "svc/cli.py": "def main(): ...\n",
            "Dockerfile": 'FROM python:3.12-slim\nCOPY . /src\nRUN pip install /src\nCMD ["svc"]\n',
        },
    ),
    "a module that a COPY of its folder brings": (
        entry,
        {"src/main.py": APP, "Dockerfile": f"{HEAD}COPY src/ .\n{START}"},
    ),
    "a module below PYTHONPATH": (
        entry,
        {"src/main.py": APP, "Dockerfile": f"{HEAD}ENV PYTHONPATH=/app/src\nCOPY . .\n{START}"},
    ),
    "a file that an earlier stage copied": (
        entry,
        {
            "Dockerfile": f"FROM python:3.12-slim AS a\nCOPY . /src\nFROM python:3.12-slim\nCOPY --from=a /src /app\n"
            f"WORKDIR /app\n{START}"
        },
    ),
    "a shell form with cd": (
        entry,
        {"api/main.py": APP, "Dockerfile": f"{HEAD}COPY . .\nCMD cd api && uvicorn main:app\n"},
    ),
    "a name that a star import may bring": (
        entry,
        {"main.py": "from fastapi import *\n", "Dockerfile": WHOLE},
    ),
    "a module of Python's own": (
        entry,
        {"Dockerfile": f'{HEAD}CMD ["python", "-m", "http.server"]\n', "expected": "skipped"},
    ),
    "a base image that we do not know": (
        entry,
        {"Dockerfile": f"FROM registry.example.com/base:1\nWORKDIR /app\n{START}", "expected": "skipped"},
    ),
    "requirements that a bind mount brings": (
        requirements_file,
        {
            "Dockerfile": "FROM python:3.12-slim\nRUN --mount=type=bind,source=requirements.txt,target=/r.txt "
            "pip install -r /r.txt\n",
            "expected": "skipped",
        },
    ),
    "requirements that come with the whole folder": (
        requirements_file,
        {"Dockerfile": "FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\nRUN pip install -r requirements.txt\n"},
    ),
    "a server that an extra brings": (server, {"requirements.txt": "fastapi[standard]\n", "Dockerfile": WHOLE}),
    "a server on an install line": (
        server,
        {
            "requirements.txt": "fastapi\n",
            "Dockerfile": f"{HEAD}RUN pip install 'uvicorn[standard]>=0.30'\nCOPY . .\n{START}",
        },
    ),
    "an image that nothing is installed in": (
        server,
        {"Dockerfile": f"FROM python:3.12-slim\n{START}", "expected": "skipped"},
    ),
    "a port that a variable decides": (
        port,
        {"Dockerfile": f"{HEAD}EXPOSE 5000\nCMD uvicorn main:app --port $PORT\n", "expected": "skipped"},
    ),
    "a shell that hands on to CMD": (
        entry,
        {"Dockerfile": WHOLE.replace("CMD", 'ENTRYPOINT ["sh", "-c", "umask 7; exec \\"$@\\"", "sh"]\nCMD')},
    ),
    "its address behind such a shell": (
        host,
        {"Dockerfile": WHOLE.replace("CMD", 'ENTRYPOINT ["sh", "-c", "umask 7; exec \\"$@\\"", "sh"]\nCMD')},
    ),
    "an EXPOSE that a variable decides": (port, {"Dockerfile": f"{HEAD}ARG P\nEXPOSE $P\n{START}"}),
    "a default port": (port, {"Dockerfile": f'{HEAD}EXPOSE 8000\nCMD ["uvicorn", "main:app"]\n'}),
    "a host that the environment sets": (
        host,
        {"Dockerfile": f'{HEAD}ENV UVICORN_HOST=0.0.0.0\nCMD ["uvicorn", "main:app"]\n'},
    ),
    "a newer Python than the oldest": (
        python_version,
        {"pyproject.toml": '[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.11"\n', "Dockerfile": WHOLE},
    ),
    "an import that can be missing": (
        imports,
        {"main.py": f"try:\n    import orjson\nexcept ImportError:\n    orjson = None\n{APP}", "Dockerfile": WHOLE},
    ),
    "an import that comes with a requirement": (imports, {"main.py": f"import starlette\n{APP}", "Dockerfile": WHOLE}),
    "an import of the project's own": (
        imports,
        {"main.py": f"import settings\n{APP}", "settings.py": "", "Dockerfile": WHOLE},
    ),
    "a secret that is ignored": (context, {".env": "A=1\n", ".dockerignore": "**/.env\n", "Dockerfile": WHOLE}),
    "an example of a secret": (context, {".env.example": "A=\n", "Dockerfile": WHOLE}),
}


@pytest.mark.parametrize(("module", "files"), RIGHT.values(), ids=RIGHT.keys())
def test_what_may_be_right_is_not_blamed(module: object, files: dict[str, str], folder: Make) -> None:
    expected = files.get("expected", "ok")
    given = {name: text for name, text in files.items() if name != "expected"}
    base = {
        name: text for name, text in PROJECT.items() if name != "main.py" or not any("main.py" in one for one in given)
    }
    found = rows(checker(module), folder({**base, **given}))
    assert {row.status for row in found} == {expected}, found


SCRIPT = f'{HEAD}COPY . .\nCMD ["python", "main.py"]\n'
GRADIO = "import gradio as gr\n\ngr.Interface(print, 'text', 'text').launch({})\n"
COMMAND = """[project]
name = "svc"
version = "1"
[project.scripts]
svc = "svc.cli:main"
"""
WRONG = {
    "a module that is not copied": (entry, {"Dockerfile": f"{HEAD}{START}"}, "failed", "`main.py` is not in `/app`"),
    "a module in another folder": (
        entry,
        {"main.py": "", "src/main2.py": APP, "Dockerfile": f"{HEAD}COPY . .\n{START.replace('main:', 'main2:')}"},
        "failed",
        "`src/main2.py` has it",
    ),
    "a module that does not exist": (
        entry,
        {"Dockerfile": WHOLE.replace("main:app", "server:app")},
        "failed",
        "nor anywhere in this folder",
    ),
    "a script that is ignored": (
        entry,
        {".dockerignore": "main.py\n", "Dockerfile": f'{HEAD}COPY . .\nCMD ["python", "main.py"]\n'},
        "failed",
        ".dockerignore leaves `main.py` out",
    ),
    "an object that it lacks, behind a shell that hands on": (
        entry,
        {
            "Dockerfile": WHOLE.replace("main:app", "main:application").replace(
                "CMD", 'ENTRYPOINT ["sh", "-c", "umask 7; exec \\"$@\\"", "sh"]\nCMD'
            )
        },
        "failed",
        "`main.py` has no `application`",
    ),
    "an object that the module lacks": (
        entry,
        {"Dockerfile": WHOLE.replace("main:app", "main:application")},
        "failed",
        "`main.py` has no `application`",
    ),
    "requirements that are copied too late": (
        requirements_file,
        {"Dockerfile": "FROM python:3.12-slim\nWORKDIR /app\nRUN pip install -r requirements.txt\nCOPY . .\n"},
        "failed",
        "line 3: `requirements.txt` is not in the image",
    ),
    "a mounted installer brings no requirements": (
        requirements_file,
        {
            "Dockerfile": "FROM python:3.12-slim\nWORKDIR /app\n"
            "RUN --mount=from=uv,source=/uv,target=/bin/uv uv pip install -r requirements.txt\n"
        },
        "failed",
        "line 3: `requirements.txt` is not in the image",
    ),
    "requirements in another folder": (
        requirements_file,
        {"Dockerfile": "FROM python:3.12-slim\nCOPY requirements.txt /tmp/\nRUN pip install -r requirements.txt\n"},
        "failed",
        "line 3",
    ),
    "a server that nothing installs": (
        server,
        {"requirements.txt": "fastapi\n", "Dockerfile": WHOLE},
        "failed",
        "nothing installs `uvicorn`",
    ),
    "the fastapi command without its extra": (
        server,
        {"requirements.txt": "fastapi\n", "Dockerfile": f'{HEAD}CMD ["fastapi", "run", "main.py"]\n'},
        "failed",
        "fastapi[standard]",
    ),
    "a port that EXPOSE does not name": (
        port,
        {"Dockerfile": f"{HEAD}EXPOSE 80\n{START}"},
        "failed",
        "8000, EXPOSE 80",
    ),
    "a port in the code that EXPOSE does not name": (
        port,
        {
            "main.py": FLASK.format("host='0.0.0.0', port=5001"),
            "Dockerfile": f'{HEAD}EXPOSE 5000\nCMD ["python", "main.py"]\n',
        },
        "failed",
        "5001, EXPOSE 5000",
    ),
    "no EXPOSE at all": (port, {"Dockerfile": f"{HEAD}{START}"}, "warning", "Add `EXPOSE 8000`"),
    "the loopback on the command line": (
        host,
        {"Dockerfile": WHOLE.replace("0.0.0.0", "127.0.0.1")},
        "failed",
        "CMD says 127.0.0.1",
    ),
    "the loopback by default": (
        host,
        {"Dockerfile": f'{HEAD}CMD ["uvicorn", "main:app"]\n'},
        "failed",
        "uvicorn takes",
    ),
    "the loopback in the code": (
        host,
        {
            "main.py": FLASK.format("host='127.0.0.1', port=5000"),
            "Dockerfile": f'{HEAD}CMD ["python", "main.py"]\n',
        },
        "failed",
        "main.py:6 binds to 127.0.0.1",
    ),
    "a Python that is too old": (
        python_version,
        {
            "pyproject.toml": '[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.13"\n',
            "Dockerfile": WHOLE,
        },
        "failed",
        "3.12 is not in `>=3.13`",
    ),
    "an import that nothing brings": (
        imports,
        {"main.py": f"import cv2\n{APP}", "Dockerfile": WHOLE},
        "warning",
        "opencv-python",
    ),
    "Flask's own default address": (
        host,
        {"main.py": FLASK.format("port=5000"), "requirements.txt": "flask\n", "Dockerfile": SCRIPT},
        "failed",
        "main.py:6 binds to 127.0.0.1",
    ),
    "gradio's own default address": (
        host,
        {"main.py": GRADIO.format("share=False"), "requirements.txt": "gradio\n", "Dockerfile": SCRIPT},
        "failed",
        "binds to 127.0.0.1",
    ),
    "a command of the project's own that is not installed": (
        entry,
        {"pyproject.toml": COMMAND, "svc/cli.py": "def main(): ...\n", "Dockerfile": f'{HEAD}COPY . .\nCMD ["svc"]\n'},
        "failed",
        "nothing installs `svc`",
    ),
    "a secret that COPY takes": (context, {".env": "A=1\n", "Dockerfile": WHOLE}, "failed", ".env"),
    "a secret that COPY leaves": (
        context,
        {"id_rsa": "x\n", "Dockerfile": f"{HEAD}COPY main.py .\n"},
        "warning",
        "id_rsa",
    ),
}


@pytest.mark.parametrize(("module", "files", "status", "words"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_named(module: object, files: dict[str, str], status: str, words: str, folder: Make) -> None:
    found = [row for row in rows(checker(module), folder({**PROJECT, **files})) if row.status == status]
    assert found, rows(checker(module), folder({}))
    assert any(words in f"{row.detail} {row.hint}" for row in found), found


UNSURE = {
    "a package that the base image may bring": (
        imports,
        {"main.py": f"import torch\n{APP}", "Dockerfile": WHOLE.replace("python:3.12-slim", "pytorch/pytorch:2.5.1")},
        "the base image may bring `torch`",
    ),
    "an address that a variable of the code decides": (
        host,
        {
            "main.py": FLASK.format("**options"),
            "requirements.txt": "flask\n",
            "Dockerfile": f'{HEAD}COPY . .\nCMD ["python", "main.py"]\n',
        },
        "neither CMD nor the code tells",
    ),
}


@pytest.mark.parametrize(("module", "files", "words"), UNSURE.values(), ids=UNSURE.keys())
def test_what_cannot_be_known_is_no_fault(module: object, files: dict[str, str], words: str, folder: Make) -> None:
    found = rows(checker(module), folder({**PROJECT, **files}))
    assert {row.status for row in found} == {"skipped"}
    assert words in found[0].detail


def test_a_folder_without_python_skips_the_projects_checks(folder: Make) -> None:
    found = rows(checker(entry), folder({"Dockerfile": "FROM nginx:1.27\n", "index.html": "<p>"}))
    assert [(row.status, "holds no Python" in row.detail) for row in found] == [("skipped", True)]


def test_the_size_of_what_is_sent_is_told(folder: Make) -> None:
    root = folder({**PROJECT, "Dockerfile": WHOLE, ".dockerignore": "big.bin\n"})
    (root / "model.bin").write_bytes(b"x" * 2_000_000)
    (root / "big.bin").write_bytes(b"x" * 5_000_000)
    size = rows(checker(context), root)[0]
    assert (size.figure, "model.bin 2.0 MB" in size.detail, "big.bin" in size.detail) == ("2.0 MB", True, False)
