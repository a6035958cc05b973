"""``size`` where no image is built; that of a built image stands with the engine's tests."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., "CompletedProcess[str]"]
Make = Callable[[dict[str, str]], Path]

LOCKED = {
    "app.py": "import flask\n\napp = flask.Flask(__name__)\n",
    "pyproject.toml": """\
[project]
name = "svc"
version = "1"
requires-python = "==3.12.*"
dependencies = ["flask"]
""",
    "uv.lock": """\
version = 1
requires-python = "==3.12.*"

[[package]]
name = "svc"
version = "1"
source = { virtual = "." }
dependencies = [{ name = "flask" }]

[[package]]
name = "flask"
version = "3.0.0"
source = { registry = "https://example.org/simple" }
wheels = [{ url = "https://example.org/flask-3.0.0-py3-none-any.whl", size = 2000000 }]
""",
}
NO_ENGINE = {"DOCKER_HOST": "unix:///nonexistent/docker.sock"}


@pytest.mark.parametrize("arguments", [("--before",), ()], ids=["as asked for", "where no engine answers"])
def test_a_folder_is_weighed_by_its_lock(arguments: tuple[str, ...], run: Run, folder: Make) -> None:
    done = run("size", *arguments, "--offline", "--format", "json", cwd=folder(LOCKED), env=NO_ENGINE)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["built"], told["source"], told["size"]) == (False, "uv.lock", 2_000_000)
    assert told["packages"] == [{"name": "flask", "version": "3.0.0", "size": 2_000_000, "required_by": []}]


def test_the_page_replaces_its_like_and_nothing_else(run: Run, folder: Make) -> None:
    root = folder({**LOCKED, "notes.html": "<p>mine"})
    for _ in range(2):
        done = run("size", "--before", "--offline", "--html", "page.html", cwd=root)
        assert done.returncode == 0, done.stderr
    assert "flask 3.0.0" in (root / "page.html").read_text()
    refused = run("size", "--before", "--offline", "--html", "notes.html", cwd=root)
    assert refused.returncode == 2
    assert "no page of ours" in refused.stderr
    assert (root / "notes.html").read_text() == "<p>mine"


def test_what_is_no_folder_cannot_be_weighed_before(run: Run, tmp_path: Path) -> None:
    done = run("size", "no-such-image", "--before", cwd=tmp_path)
    assert done.returncode == 2
    assert "no folder" in done.stderr


def test_an_image_needs_an_engine(run: Run, tmp_path: Path) -> None:
    assert run("size", "no-such-image", cwd=tmp_path, env=NO_ENGINE).returncode == 3
