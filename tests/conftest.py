"""Where the tests find the bundled example, a Docker Engine and the program itself."""

import contextlib
import http.client
import os
import pty
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from uv import find_uv_bin

from dockerize_ml.facts.survey import Survey
from dockerize_ml.manifests.choose import choose
from dockerize_ml.manifests.read import read_manifests
from dockerize_ml.project.project import Project
from dockerize_ml.report.screen import CI_NAMES

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "flask_api"

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Typed = Callable[..., tuple[int, str]]


@cache
def _engine_trouble() -> str | None:
    """Why no engine can be used, or None where one answers."""
    docker = shutil.which("docker")
    if docker is None:
        return "the docker client is not installed"
    done = subprocess.run(
        [docker, "version", "--format", "{{.Server.Version}}"], capture_output=True, text=True, timeout=20, check=False
    )
    return None if done.returncode == 0 else f"no engine answers: {done.stderr.strip()}"


@cache
def _index_trouble() -> str | None:
    """Why the package index cannot be asked, or None where it answers."""
    asked = [find_uv_bin(), "pip", "compile", "-", "--no-deps", "--no-python-downloads", "--python", sys.executable]
    environment = {**os.environ, "UV_HTTP_RETRIES": "0", "UV_HTTP_CONNECT_TIMEOUT": "3"}
    done = subprocess.run(asked, input=b"six", capture_output=True, timeout=60, check=False, env=environment)
    return None if done.returncode == 0 else "the package index cannot be reached"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Tests that need an engine run where one answers, are skipped elsewhere, and fail in CI if they cannot run.

    Those that need the package index are skipped where it cannot be reached.
    """
    if item.get_closest_marker("network") is not None and (trouble := _index_trouble()):
        pytest.skip(trouble)
    if item.get_closest_marker("docker") is None:
        return
    trouble = _engine_trouble()
    if trouble is None:
        return
    if os.environ.get("CI") == "true":
        pytest.fail(f"CI has to run the engine's tests, but {trouble}")
    pytest.skip(trouble)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A copy of the tutorial's project."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "flask_api"))


@pytest.fixture
def run() -> Run:
    """Run the program as a user would: in a process of its own, with no terminal."""

    def run_program(
        *arguments: str, cwd: Path, env: dict[str, str] | None = None, stdin: str | None = None
    ) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "dockerize_ml", *arguments]
        environment = {**os.environ, **(env or {})}
        return subprocess.run(
            command, cwd=cwd, env=environment, input=stdin, capture_output=True, text=True, timeout=600, check=False
        )

    return run_program


@pytest.fixture
def typed() -> Typed:
    """Run the program on a terminal, where somebody gives one answer after the other; the exit code and the screen."""

    def run_program(*arguments: str, cwd: Path, answers: Sequence[str]) -> tuple[int, str]:
        above, below = pty.openpty()
        os.write(above, "".join(f"{answer}\n" for answer in answers).encode())
        command = [sys.executable, "-m", "dockerize_ml", *arguments]
        # In CI nobody is asked, terminal or not.
        here = {name: value for name, value in os.environ.items() if name not in CI_NAMES}
        environment = {**here, "TERM": "xterm", "NO_COLOR": "1", "COLUMNS": "120"}
        with subprocess.Popen(command, cwd=cwd, env=environment, stdin=below, stdout=below, stderr=below) as program:
            os.close(below)
            screen = b"".join(_read(above))
        os.close(above)
        return program.returncode, screen.decode()

    return run_program


def _read(terminal: int) -> Iterator[bytes]:
    """All that is shown until nobody holds the terminal any more."""
    with contextlib.suppress(OSError):  # how Linux says that the other end is closed
        while data := os.read(terminal, 4096):
            yield data


@pytest.fixture
def folder(tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    """Make a project folder out of names and texts."""

    def make(files: dict[str, str]) -> Path:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return tmp_path

    return make


@pytest.fixture
def survey_of(folder: Callable[[dict[str, str]], Path]) -> Callable[[dict[str, str]], Survey]:
    """Survey a project that holds these files, and an ``app.py`` if none of them is Python."""

    def survey(files: dict[str, str]) -> Survey:
        program = {} if any(name.endswith((".py", ".ipynb")) for name in files) else {"app.py": "import flask\n"}
        project = Project.open(folder({**program, **files}))
        manifests = read_manifests(project)
        return Survey(project, manifests, choose(manifests).winner)

    return survey


@pytest.fixture
def no_containers_left() -> Iterator[None]:
    """Whatever a test starts through us is gone when it ends."""
    before = _containers()
    yield
    assert _containers() <= before


def _containers() -> set[str]:
    done = subprocess.run(
        ["docker", "ps", "--all", "--quiet", "--filter", "label=dockerize-ml.run"],
        capture_output=True,
        text=True,
        check=False,
    )
    return set(done.stdout.split())


@pytest.fixture(autouse=True)
def offline(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test asks the package index for anything, unless it says that it needs it."""
    if request.node.get_closest_marker("network") is None:
        monkeypatch.setenv("DOCKERIZE_ML_OFFLINE", "1")
        monkeypatch.setenv("PIP_AUDIT_VULNERABILITY_SERVICE", "osv")
        monkeypatch.setenv("PIP_AUDIT_OSV_URL", "http://127.0.0.1:9/")


@pytest.fixture
def wait_for() -> Callable[[int], None]:
    """Wait until something answers on a port of this machine."""

    def wait(port: int) -> None:
        for _ in range(300):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
            try:
                connection.request("GET", "/")
                connection.getresponse()
            except (OSError, http.client.HTTPException):
                time.sleep(0.1)
            else:
                return
            finally:
                connection.close()
        pytest.fail(f"nothing answered on port {port}")

    return wait
