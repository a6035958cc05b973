"""Whatever lies beside the program, it is found, it alone, and something is said of what could not be read."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml.facts.inspection import inspect
from dockerize_ml.project.project import Project

_APP = 'from flask import Flask\n\napp = Flask(__name__)\n\nif __name__ == "__main__":\n    app.run(port=8123)\n'
_OTHER = "from fastapi import FastAPI\n\napp = FastAPI()\n"
_HUGE = 50_000_000


def _write(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def _huge_files(root: Path) -> None:
    for name in ("data.csv", "big.py", "README.md", "package.json", ".env", "environment.yml", "model.pkl"):
        with (root / name).open("wb") as file:
            file.truncate(_HUGE)


def _many_files(root: Path) -> None:
    for number in range(5_000):
        _write(root / f"images/{number % 50}/{number}.jpg", b"\xff\xd8")


def _deep_folders(root: Path) -> None:
    _write(root.joinpath(*["deep"] * 80, "main.py"), _OTHER)


def _links_that_loop(root: Path) -> None:
    (root / "again").symlink_to(root)
    (root / "a").symlink_to(root / "b")
    (root / "b").symlink_to(root / "a")
    (root / "self.py").symlink_to(root / "self.py")


def _links_that_lead_outside(root: Path) -> None:
    _write(root.parent / "outside" / "main.py", _OTHER)
    (root / "outside").symlink_to(root.parent / "outside")
    (root / "main.py").symlink_to(root.parent / "outside" / "main.py")


def _pipes(root: Path) -> None:
    for name in ("main.py", ".env", "Makefile", "pyproject.toml", "Dockerfile"):
        os.mkfifo(root / name)


def _unreadable(root: Path) -> None:
    for name in ("config.py", "README.md", "setup.py"):
        _write(root / name, "x = 1\n")
        (root / name).chmod(0)


def _no_text(root: Path) -> None:
    _write(root / "caf\u00e9.py", "# caf\u00e9\nprix = '10 \u20ac'\n".encode("cp1252"))
    _write(root / "utf16.py", "import os\n".encode("utf-16"))
    _write(root / "nul.py", b"import flask\x00\n")
    _write(root / "Procfile", bytes(range(256)))


def _broken_source(root: Path) -> None:
    _write(root / "slip.py", "def broken(:\n    pass\n")
    _write(root / "old.py", "print 'hello'\nraise ValueError, 'x'\n")
    _write(root / "brackets.py", "(" * 10_000)


def _environments(root: Path) -> None:
    for name in ("venv", "env", ".venv", "myenv"):
        _write(root / name / "pyvenv.cfg", "home = /usr/bin\nversion = 3.8.10\n")
        _write(root / name / "lib/python3.8/site-packages/main.py", _OTHER)
    _write(root / "winenv/Scripts/activate.bat", "")
    _write(root / "winenv/Lib/site-packages/server.py", _OTHER)


def _foreign_trees(root: Path) -> None:
    _write(root / "node_modules/node-gyp/gyp/main.py", _OTHER)
    _write(root / "frontend/node_modules/x/app.py", _OTHER)
    _write(root / "mlruns/0/abc/artifacts/model/code/app.py", _OTHER)
    _write(root / "mlruns/0/abc/artifacts/model/MLmodel", "flavors:\n  sklearn: {}\n")
    _write(root / "build/lib/app.py", _OTHER)
    _write(root / ".git/hooks/main.py", _OTHER)
    _write(root / "__pycache__/main.py", _OTHER)


def _data_with_code(root: Path) -> None:
    for number in range(300):
        _write(root / f"dataset/code/{number}.py", _OTHER)


SHAPES: dict[str, Callable[[Path], None]] = {
    "files of 50 MB": _huge_files,
    "thousands of files": _many_files,
    "deep folders": _deep_folders,
    "links that loop": _links_that_loop,
    "links that lead outside": _links_that_lead_outside,
    "pipes": _pipes,
    "files that are no text": _no_text,
    "source that does not parse": _broken_source,
    "committed environments": _environments,
    "trees of other tools": _foreign_trees,
    "a data set of source": _data_with_code,
    "files that may not be read": _unreadable,
}


@pytest.mark.parametrize("build", SHAPES.values(), ids=SHAPES)
def test_the_program_is_found(build: Callable[[Path], None], tmp_path: Path) -> None:
    root = tmp_path / "project"
    _write(root / "app.py", _APP)
    _write(root / "requirements.txt", "flask\n")
    build(root)
    found = inspect(Project.open(root))
    facts = found.facts
    assert (facts.framework.value, facts.entrypoint.value, facts.port.value) == ("flask", "app:app", 8123)
    assert facts.manager.value == "pip"
    rivals = [program.where for program in found.programs if program.framework == "fastapi"]
    assert not rivals or build is _data_with_code


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told(tmp_path: Path) -> None:
    _write(tmp_path / "app.py", _APP)
    _unreadable(tmp_path)
    assert any("config.py" in note for note in inspect(Project.open(tmp_path)).notes)


def test_what_does_not_parse_is_told(tmp_path: Path) -> None:
    _write(tmp_path / "app.py", f"{_APP}import slip, old\n")
    _broken_source(tmp_path)
    notes = "\n".join(inspect(Project.open(tmp_path)).notes)
    assert "slip.py:1: is not valid Python" in notes
    assert "old.py:1: is written for Python 2" in notes
