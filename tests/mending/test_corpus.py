"""The projects of ``tests/rot``: readable, dated as they say, and mended on a real engine where that is quick."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from benchmarks.rot.corpus import CORPUS, Rotted, copied, corpus

from dockerize_ml import pipeline

Run = Callable[..., "CompletedProcess[str]"]
PROJECTS = {project.name: project for project in corpus()}


def test_there_are_enough_of_them_and_each_says_what_is_rotten() -> None:
    assert len(PROJECTS) == len(list(CORPUS.iterdir()))
    assert len([project for project in PROJECTS.values() if not project.outside]) >= 25
    assert all(project.rotten for project in PROJECTS.values())


@pytest.mark.parametrize("project", PROJECTS.values(), ids=PROJECTS.keys())
def test_it_is_read_for_what_it_is(project: Rotted, tmp_path: Path) -> None:
    made = pipeline.generate(copied(project, tmp_path))
    facts = made.inspection.facts
    assert (facts.port.value is None) == project.is_job
    if project.last_commit is not None:
        assert facts.as_of.value == project.last_commit.isoformat()


def mended(name: str, tmp_path: Path, run: Run) -> "CompletedProcess[str]":
    """One of them after ``init`` without a lock and ``validate --fix``."""
    root = copied(PROJECTS[name], tmp_path)
    tag = f"dockerize-ml-test-{name.replace('_', '-')}"
    assert run("init", "--yes", "--offline", cwd=root).returncode == 0
    done = run("validate", "--fix", "--wait", "20", "--tag", tag, cwd=root)
    subprocess.run(["docker", "image", "rm", "--force", tag], capture_output=True, check=False)
    return done


@pytest.mark.docker
@pytest.mark.network
@pytest.mark.usefixtures("no_containers_left")
def test_a_missing_package_is_added_and_everything_passes(tmp_path: Path, run: Run) -> None:
    done = mended("templates_without_jinja2", tmp_path, run)
    assert done.returncode == 0, done.stdout + done.stderr
    assert 'requirements += "jinja2"' in done.stderr
    root = tmp_path / "templates_without_jinja2"
    assert (root / "dockerize-ml.toml").read_text() == 'requirements = ["jinja2"]\n'
    assert "jinja2==" in (root / "requirements.lock").read_text()


@pytest.mark.docker
@pytest.mark.network
@pytest.mark.usefixtures("no_containers_left")
@pytest.mark.parametrize("name", ["outside_postgres", "outside_dotenv_and_redis"])
def test_what_it_needs_from_outside_is_named_and_nothing_is_changed(name: str, tmp_path: Path, run: Run) -> None:
    done = mended(name, tmp_path, run)
    assert done.returncode == 5, done.stdout + done.stderr
    for words in PROJECTS[name].needs:
        assert words in done.stderr
    assert not (tmp_path / name / "dockerize-ml.toml").exists()


@pytest.mark.docker
@pytest.mark.network
@pytest.mark.usefixtures("no_containers_left")
def test_a_change_that_does_not_help_is_undone(tmp_path: Path, run: Run) -> None:
    (tmp_path / "job.py").write_text("import six\n\nraise ImportError('pip install idna, or something else')\n")
    (tmp_path / "requirements.txt").write_text("six==1.16.0\n")
    assert run("init", "--yes", cwd=tmp_path).returncode == 0
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    done = run("validate", "--fix", cwd=tmp_path)
    assert done.returncode == 5, done.stdout + done.stderr
    assert 'requirements += "idna"' in done.stderr
    assert "undone" in done.stderr
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


SERVES_UNSEEN = """\
import importlib
import traceback

http = importlib.import_module("http" + ".server")
FOLDER = bytes(ord(letter) + 1 for letter in ".rqu.uhrhsr").decode()


class Handler(http.BaseHTTPRequestHandler):
    def do_GET(self):
        try:
            with open(f"{FOLDER}/count", "a") as file:
                file.write(".")
        except OSError:
            traceback.print_exc()
        self.send_response(302 if self.path == "/" else 200)
        self.send_header("Location", "/home")
        self.end_headers()


getattr(http, "HTTP" + "Server")(("127.0.0.1", 8099), Handler).serve_forever()
"""


@pytest.mark.docker
@pytest.mark.usefixtures("no_containers_left")
def test_a_folder_and_a_port_that_nobody_could_foresee_are_seen_in_the_container(tmp_path: Path, run: Run) -> None:
    (tmp_path / "main.py").write_text(SERVES_UNSEEN)
    assert run("init", "--yes", "--offline", cwd=tmp_path).returncode == 0
    done = run("validate", "--fix", "--wait", "6", "--tag", "dockerize-ml-test-unseen", cwd=tmp_path)
    subprocess.run(["docker", "image", "rm", "--force", "dockerize-ml-test-unseen"], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    settings = 'port = 8099\nkind = "web"\nlocalhost = "open"\nfolders = ["/srv/visits"]\n'
    assert (tmp_path / "dockerize-ml.toml").read_text() == settings
    assert "the container answers GET /, which leads to /home" in done.stdout


@pytest.mark.docker
@pytest.mark.usefixtures("no_containers_left")
def test_what_nobody_knows_is_told_with_its_line(tmp_path: Path, run: Run) -> None:
    (tmp_path / "main.py").write_text("import math\n\nprint(math.sqrt(-1))\n")
    assert run("init", "--yes", "--offline", cwd=tmp_path).returncode == 0
    done = run("validate", "--fix", "--wait", "3", cwd=tmp_path)
    assert done.returncode == 5
    assert "no setting mends: ValueError" in done.stderr
    assert "(main.py:3)" in done.stderr


WITHOUT_ITS_ROW = """
import sys
from dockerize_ml.cli import run
from dockerize_ml.knowledge import debian

unknown = sys.argv.pop(1)
rows = {name: each for name, each in debian._rows().items() if name != unknown}
debian._rows = lambda: rows
run()
"""


def mended_unknown(name: str, requirement: str, code: str, root: Path) -> "CompletedProcess[str]":
    """A project that requires something of which no table tells what it needs from Debian, after ``--fix``."""
    (root / "job.py").write_text(code)
    (root / "requirements.txt").write_text(f"{requirement}\n")
    program = [sys.executable, "-c", WITHOUT_ITS_ROW, name]
    subprocess.run([*program, "init", "--yes"], cwd=root, check=True)
    tag = f"dockerize-ml-test-{name}"
    done = subprocess.run(
        [*program, "validate", "--fix", "--tag", tag], cwd=root, capture_output=True, text=True, check=False
    )
    subprocess.run(["docker", "image", "rm", "--force", tag], capture_output=True, check=False)
    return done


@pytest.mark.docker
@pytest.mark.network
@pytest.mark.usefixtures("no_containers_left")
def test_libraries_that_no_table_tells_of_are_found_in_the_image(tmp_path: Path) -> None:
    code = "import gmsh\n\ngmsh.initialize()\nprint(gmsh.option.getNumber('Mesh.Algorithm'))\n"
    done = mended_unknown("gmsh", "gmsh", code, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    # All of them at once, although the loader names one after the other.
    assert "round 2" not in done.stderr
    assert '"libglu1-mesa"' in (tmp_path / "dockerize-ml.toml").read_text()


@pytest.mark.docker
@pytest.mark.network
@pytest.mark.usefixtures("no_containers_left")
def test_a_header_and_then_its_library_are_found_by_their_names(tmp_path: Path) -> None:
    done = mended_unknown("pycups", "pycups==2.0.1", "import cups\n\nprint(cups.__name__)\n", tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    settings = (tmp_path / "dockerize-ml.toml").read_text()
    assert settings == 'build-packages = ["build-essential", "libcups2-dev"]\napt-packages = ["libcups2"]\n'


@pytest.mark.docker
@pytest.mark.network
@pytest.mark.usefixtures("no_containers_left")
def test_a_version_that_never_was_is_replaced(tmp_path: Path, run: Run) -> None:
    (tmp_path / "job.py").write_text("import six\n\nprint(six.__version__)\n")
    (tmp_path / "requirements.txt").write_text("six==99.9\n")
    assert run("init", "--yes", "--offline", cwd=tmp_path).returncode == 0
    tag = "dockerize-ml-test-version"
    done = run("validate", "--fix", "--tag", tag, cwd=tmp_path)
    subprocess.run(["docker", "image", "rm", "--force", tag], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "six==1." in (tmp_path / "requirements.lock").read_text()


@pytest.mark.docker
@pytest.mark.usefixtures("no_containers_left")
def test_a_strangers_dockerfile_is_not_replaced(tmp_path: Path, run: Run) -> None:
    text = 'FROM python:3.12-slim\nUSER 10001\nCMD ["python", "-c", "import cv2"]\n'
    (tmp_path / "Dockerfile").write_text(text)
    (tmp_path / "app.py").write_text("import cv2\n\nprint(cv2.__version__)\n")
    done = run("validate", "--fix", cwd=tmp_path)
    assert done.returncode == 2, done.stdout + done.stderr
    assert "not the one that `init` writes" in done.stderr
    assert (tmp_path / "Dockerfile").read_text() == text
