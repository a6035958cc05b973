"""``validate``, ``build`` and ``run``: on a real engine where one answers, and the refusals where none does."""

import http.client
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., "CompletedProcess[str]"]

FAILS_AT_START = 'FROM python:3.12-slim\nUSER 10001\nEXPOSE 5000\nCMD ["python", "-c", "raise SystemExit(3)"]\n'
SILENT = 'FROM python:3.12-slim\nUSER 10001\nEXPOSE 5000\nCMD ["python", "-c", "import time; time.sleep(60)"]\n'
DOES_NOT_BUILD = "FROM python:3.12-slim\nRUN exit 7\nUSER 10001\n"
AS_ROOT_AND_DEAF = 'FROM python:3.12-slim\nEXPOSE 5000\nWORKDIR /srv\nCMD ["python", "-m", "http.server", "5000"]\n'


def rows(done: "CompletedProcess[str]") -> dict[str, str]:
    return {row["name"]: row["status"] for row in json.loads(done.stdout)["checks"]}


def test_our_own_files_pass_without_an_engine(example: Path, run: Run) -> None:
    run("init", cwd=example)
    done = run("validate", cwd=example)
    assert done.returncode == 0, done.stdout
    assert "✗" not in done.stdout


def test_a_folder_without_dockerfile_is_told_how_to_get_one(example: Path, run: Run) -> None:
    done = run("validate", cwd=example)
    assert done.returncode == 2
    assert "dockerize-ml init" in done.stderr


WRONG = {
    "a source that is not there": (
        "FROM python:3.12-slim\nCOPY missing.py /\nUSER 10001\n",
        "`missing.py` does not exist",
    ),
    "a source that is ignored": ("FROM python:3.12-slim\nCOPY .env /\nUSER 10001\n", "left out by .dockerignore"),
    "a pattern that matches nothing": ("FROM python:3.12-slim\nCOPY *.toml /\nUSER 10001\n", "nothing matches"),
    "a finding of the linter": ("FROM python:latest\nUSER 10001\n", "DL3007"),
}


@pytest.mark.parametrize(("dockerfile", "words"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_for_this_project_fails(dockerfile: str, words: str, example: Path, run: Run) -> None:
    (example / "Dockerfile").write_text(dockerfile)
    (example / ".dockerignore").write_text(".env\n")
    (example / ".env").write_text("A=1\n")
    done = run("validate", cwd=example)
    assert done.returncode == 1
    assert words in done.stdout


@pytest.mark.docker
@pytest.mark.usefixtures("no_containers_left")
def test_the_example_is_proved(example: Path, run: Run) -> None:
    run("init", cwd=example)
    done = run("validate", "--run", "--format", "json", cwd=example)
    assert done.returncode == 0, done.stdout + done.stderr
    assert set(rows(done).values()) == {"ok"}
    assert "the container answers GET /" in rows(done)


@pytest.mark.docker
def test_the_example_has_no_finding_of_buildkit_or_hadolint(example: Path, run: Run) -> None:
    run("init", cwd=example)
    checked = subprocess.run(
        ["docker", "build", "--check", "."], cwd=example, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout
    hadolint = Path(sys.executable).parent / "hadolint"
    found = subprocess.run([hadolint, "Dockerfile"], cwd=example, capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout) == (0, "")


@pytest.mark.docker
def test_the_tutorials_own_commands_work_on_it(example: Path, run: Run) -> None:
    run("init", cwd=example)
    subprocess.run(["docker", "build", "--quiet", "--tag", "dockerize-ml-tutorial", "."], cwd=example, check=True)
    started = subprocess.run(
        ["docker", "run", "--detach", "--publish", "127.0.0.1::5000", "dockerize-ml-tutorial"],
        capture_output=True,
        text=True,
        check=True,
    )
    container = started.stdout.strip()
    try:
        mapped = subprocess.run(["docker", "port", container, "5000/tcp"], capture_output=True, text=True, check=True)
        port = int(mapped.stdout.strip().rpartition(":")[2])
        wait_for(port)
        client = subprocess.run(
            [sys.executable, "test_api.py", f"http://localhost:{port}"],
            cwd=example,
            capture_output=True,
            text=True,
            check=False,
        )
        assert client.returncode == 0, client.stderr
        assert "setosa" in client.stdout
    finally:
        subprocess.run(["docker", "rm", "--force", container], capture_output=True, check=True)


FAILING = {
    "it does not build": (DOES_NOT_BUILD, 4, "Dockerfile:2"),
    "it ends at once": (FAILS_AT_START, 5, "exit code 3"),
    "it never answers": (SILENT, 5, "Nothing answered"),
}


@pytest.mark.docker
@pytest.mark.usefixtures("no_containers_left")
@pytest.mark.parametrize(("dockerfile", "code", "words"), FAILING.values(), ids=FAILING.keys())
def test_what_fails_has_its_exit_code_and_its_reason(
    dockerfile: str, code: int, words: str, example: Path, run: Run
) -> None:
    (example / "Dockerfile").write_text(dockerfile)
    done = run("validate", "--run", "--wait", "4", cwd=example)
    assert done.returncode == code, done.stdout + done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.docker
@pytest.mark.usefixtures("no_containers_left")
def test_a_root_process_that_ignores_the_stop_signal_fails_both_checks(example: Path, run: Run) -> None:
    (example / "Dockerfile").write_text(AS_ROOT_AND_DEAF)
    done = run("validate", "--run", "--format", "json", cwd=example)
    assert done.returncode == 1
    assert rows(done)["the program does not run as root"] == "failed"
    assert rows(done)["the container stops when told"] == "failed"
    assert rows(done)["the health check passes"] == "skipped"


@pytest.mark.docker
def test_build_prints_the_tag(example: Path, run: Run) -> None:
    run("init", cwd=example)
    done = run("build", "--tag", "dockerize-ml-test:1", "--quiet", cwd=example)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "dockerize-ml-test:1\n"


@pytest.mark.docker
@pytest.mark.usefixtures("no_containers_left")
def test_run_prints_the_url_and_ctrl_c_removes_the_container(example: Path, run: Run) -> None:
    run("init", cwd=example)
    process = subprocess.Popen(
        [sys.executable, "-m", "dockerize_ml", "run"],
        cwd=example,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        port = int(url.rpartition(":")[2])
        wait_for(port)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
    finally:
        process.kill()
        process.wait()


NO_DOCKER = {
    "no client": ({"PATH": "/nonexistent"}, "not installed"),
    "no engine": ({"DOCKER_HOST": "unix:///nonexistent/docker.sock"}, "No Docker Engine is running"),
}


@pytest.mark.parametrize(("env", "words"), NO_DOCKER.values(), ids=NO_DOCKER.keys())
def test_trouble_with_docker_has_its_own_exit_code(env: dict[str, str], words: str, example: Path, run: Run) -> None:
    if "DOCKER_HOST" in env and not any((Path(part) / "docker").exists() for part in os.environ["PATH"].split(":")):
        pytest.skip("the docker client is not installed")
    run("init", cwd=example)
    for command in (("build",), ("run",), ("validate", "--run")):
        done = run(*command, cwd=example, env=env)
        assert done.returncode == 3, done.stderr
        assert words in done.stderr
        assert "Traceback" not in done.stderr


def wait_for(port: int) -> None:
    """Until something answers there."""
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
