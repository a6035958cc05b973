"""``validate``, ``build`` and ``run``: on a real engine where one answers, and the refusals where none does."""

import json
import os
import pickle
import subprocess
import sys
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
def test_the_tutorials_own_commands_work_on_it(example: Path, run: Run, wait_for: Callable[[int], None]) -> None:
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


NO_MODULE = 'FROM python:3.12-slim\nUSER 10001\nEXPOSE 5000\nCMD ["python", "-c", "import cv2"]\n'
ON_LOOPBACK = (
    "FROM python:3.12-slim\nWORKDIR /srv\nUSER 10001\nEXPOSE 5000\n"
    'CMD ["python", "-m", "http.server", "5000", "--bind", "127.0.0.1"]\n'
)
ON_ANOTHER_PORT = ON_LOOPBACK.replace('"5000", "--bind", "127.0.0.1"', '"5001"')

LOADS_LONG = 'FROM python:3.12-slim\nUSER 10001\nEXPOSE 5000\nCMD ["python", "-c", "while True: pass"]\n'
NO_LIBRARY = (
    "FROM python:3.12-slim\nUSER 10001\nEXPOSE 5000\n"
    """CMD ["python", "-c", "import ctypes; ctypes.CDLL('libGL.so.1')"]\n"""
)

FAILING = {
    "it does not build": (DOES_NOT_BUILD, 4, "Dockerfile:2"),
    "it ends at once": (FAILS_AT_START, 5, "exit code 3"),
    "it never answers": (SILENT, 5, "listens nowhere yet"),
    "it listens for itself only": (ON_LOOPBACK, 5, "listens on 127.0.0.1:5000"),
    "it listens on another port": (ON_ANOTHER_PORT, 5, "listens on port 5001, and not on 5000"),
    "its model takes long": (LOADS_LONG, 5, "still at work"),
    "a shared library is missing": (NO_LIBRARY, 5, "Install `libgl1`"),
    "a module is missing": (NO_MODULE, 5, "Add `opencv-python` to the requirements"),
}


@pytest.mark.docker
@pytest.mark.usefixtures("no_containers_left")
@pytest.mark.parametrize(("dockerfile", "code", "words"), FAILING.values(), ids=FAILING.keys())
def test_what_fails_has_its_exit_code_and_its_reason(
    dockerfile: str, code: int, words: str, example: Path, run: Run
) -> None:
    (example / "Dockerfile").write_text(dockerfile)
    done = run("validate", "--run", "--wait", "5", cwd=example)
    assert done.returncode == code, done.stdout + done.stderr
    assert words in done.stderr
    assert "This is a bug" not in done.stderr


@pytest.mark.docker
@pytest.mark.usefixtures("no_containers_left")
def test_a_root_process_that_ignores_the_stop_signal_fails_both_checks(example: Path, run: Run) -> None:
    (example / "Dockerfile").write_text(AS_ROOT_AND_DEAF)
    done = run("validate", "--run", "--format", "json", cwd=example)
    assert done.returncode == 1
    assert rows(done)["the program does not run as root"] == "failed"
    assert rows(done)["the container stops when told"] == "failed"
    assert rows(done)["the health check passes"] == "skipped"
    assert rows(done)["works read-only and without rights"] == "ok"
    assert rows(done)["works as an arbitrary user"] == "ok"


NEEDS_ITS_USER = """\
FROM python:3.12-slim
RUN useradd --uid 10001 app && install --directory --owner app --mode 0700 /data
RUN mkdir -p /opt/secret && touch /opt/secret/id_rsa && head -c 20000000 /dev/zero > /root/pip && \\
    mkdir -p /root/.cache/pip && mv /root/pip /root/.cache/pip/
RUN touch /opt/secret/deleted.pem /usr/bin/make
RUN rm /opt/secret/deleted.pem
RUN python -c "import shutil, sys; from pathlib import Path; \\
    data = bytearray(Path('/usr/local/lib/libpython3.12.so.1.0').read_bytes()); \\
    place = next(iter(Path('/usr/local/lib').glob('python3.12/site-packages'))); \\
    data[:] = data.replace(b'libc.so.6', b'libGL.so.1'[:9]); (place / 'x.so').write_bytes(data)"
WORKDIR /data
USER 10001
EXPOSE 5000
COPY serve.py model.pkl /srv/
CMD ["python", "/srv/serve.py"]
"""
SERVES = """\
import http.server, pickle, signal, sys

class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()

    def do_POST(self):
        length = int(self.headers["Content-Length"])
        self.send_response(200 if self.path == "/ask" else 404)
        self.end_headers()
        self.wfile.write(self.rfile.read(length))

open("/data/state", "w").write("x")
model = pickle.load(open("/srv/model.pkl", "rb"))
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
http.server.HTTPServer(("", 5000), Handler).serve_forever()
"""


@pytest.mark.docker
@pytest.mark.usefixtures("no_containers_left")
def test_what_is_in_the_image_and_how_it_can_be_run_is_told(tmp_path: Path, run: Run) -> None:
    (tmp_path / "Dockerfile").write_text(NEEDS_ITS_USER)
    (tmp_path / "serve.py").write_text(SERVES)
    (tmp_path / "model.pkl").write_bytes(pickle.dumps({"weights": [1, 2]}))
    (tmp_path / "request.json").write_text('{"features": [1]}')
    arguments = (
        "--request",
        "request.json",
        "--request-path",
        "/ask",
        "--format",
        "json",
        "--tag",
        "dockerize-ml-told",
    )
    done = run("validate", *arguments, cwd=tmp_path)
    told = {row["name"]: row for row in json.loads(done.stdout)["checks"]}
    assert told["every shared library is there"]["status"] == "failed", done.stdout
    assert "libGL.so." in told["every shared library is there"]["detail"]
    assert "/opt/secret/id_rsa" in told["no secret is in the image"]["detail"]
    assert "/opt/secret/deleted.pem" in told["no secret is in the image"]["detail"]
    assert told["no build tool is in the image"]["detail"] == "make or CMake (/usr/bin/make)"
    assert told["the program listens on 0.0.0.0"]["detail"] == "port 5000"
    assert told["the model loads"]["status"] == "ok"
    assert "user 10001" in told["the program does not run as root"]["detail"]
    assert told["no package cache is in the image"]["figure"] == "20 MB"
    assert '{"features": [1]}' in told["the container answers POST /ask"]["detail"]
    assert told["memory"]["figure"].startswith("--memory ")
    assert told["the container stops when told"]["status"] == "ok"
    assert told["works read-only and without rights"]["status"] == "warning"
    assert told["works as an arbitrary user"]["status"] == "warning"


def test_a_request_that_is_no_json_is_refused(example: Path, run: Run) -> None:
    (example / "Dockerfile").write_text(SILENT)
    done = run("validate", "--request", "train.py", cwd=example)
    assert done.returncode == 2
    assert "cannot be posted" in done.stderr


@pytest.mark.docker
def test_the_size_is_told_by_layer_and_package(run: Run, tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text("FROM python:3.12-slim\nRUN head -c 3000000 /dev/zero > /big\n")
    assert run("build", "--tag", "dockerize-ml-size", "--quiet", cwd=tmp_path).returncode == 0
    done = run("size", "dockerize-ml-size", "--format", "json", cwd=tmp_path)
    told = json.loads(done.stdout)
    assert {"instruction": "RUN head -c 3000000 /dev/zero > /big", "size": 3_000_000} in told["layers"]
    assert "pip" in [part["name"] for part in told["packages"]]
    assert run("size", "no-such-image-here", cwd=tmp_path).returncode == 2


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
