"""``run`` on a real engine."""

import pickle
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., "CompletedProcess[str]"]

ASKS_FOR_A_VARIABLE = """\
FROM python:3.12-slim
USER 10001
EXPOSE 5000
CMD ["python", "-c", "import os, http.server as h; os.environ['A_KEY'], os.environ['B_KEY']; h.test(port=5000)"]
"""


@pytest.mark.docker
@pytest.mark.usefixtures("no_containers_left")
def test_run_hands_variables_on_and_finds_a_free_port(run: Run, tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text(ASKS_FOR_A_VARIABLE)
    (tmp_path / "app.env").write_text("B_KEY=2\n")
    tag = ("--tag", "dockerize-ml-variables")
    refused = run("run", *tag, cwd=tmp_path)
    assert refused.returncode == 5
    assert "--env A_KEY" in refused.stderr
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = run("run", *tag, "--env", "A_KEY=1", "--env-file", "app.env", "--port", port, "--detach", cwd=tmp_path)
    try:
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith("http://localhost:")
        assert f":{port}\n" not in done.stdout
    finally:
        name = next(word for word in done.stderr.split() if word.startswith("dockerize-ml-") and word[-1].isalnum())
        subprocess.run(["docker", "rm", "--force", name], capture_output=True, check=False)


@pytest.mark.docker
@pytest.mark.usefixtures("no_containers_left")
def test_run_prints_the_url_and_ctrl_c_removes_the_container(
    example: Path, run: Run, wait_for: Callable[[int], None]
) -> None:
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
        process.communicate()


JOBS = {"it ends well": ("print('done')", 0, "exit code 0"), "it fails": ("import cv2", 5, "Add `opencv-python`")}


@pytest.mark.docker
@pytest.mark.usefixtures("no_containers_left")
@pytest.mark.parametrize(("program", "code", "words"), JOBS.values(), ids=JOBS.keys())
def test_run_follows_a_job_to_its_end(program: str, code: int, words: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text(f'FROM python:3.12-slim\nUSER 10001\nCMD ["python", "-c", "{program}"]\n')
    done = run("run", "--tag", "dockerize-ml-job", cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert words in done.stderr


READS_ITS_MODEL = """\
import http.server
import pickle

model = pickle.load(open("models/model.pkl", "rb"))


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(model["name"].encode())


http.server.HTTPServer(("", 5000), Handler).serve_forever()
"""


@pytest.mark.docker
@pytest.mark.usefixtures("no_containers_left")
def test_run_mounts_the_folders_models(run: Run, tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(READS_ITS_MODEL)
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "model.pkl").write_bytes(pickle.dumps({"name": "the folder's own"}))
    (tmp_path / ".dockerignore").write_text("models\n")
    (tmp_path / "Dockerfile").write_text(
        'FROM python:3.12-slim\nWORKDIR /srv\nCOPY app.py .\nUSER 10001\nEXPOSE 5000\nCMD ["python", "app.py"]\n'
    )
    done = run("run", "--mount-models", "--detach", "--tag", "dockerize-ml-mounted", cwd=tmp_path)
    name = next((word for word in done.stderr.split() if word.startswith("dockerize-ml-") and word[-1].isalnum()), "")
    try:
        assert done.returncode == 0, done.stderr
        with urllib.request.urlopen(done.stdout.strip(), timeout=10) as answer:
            assert answer.read() == b"the folder's own"
    finally:
        subprocess.run(["docker", "rm", "--force", name], capture_output=True, check=False)


@pytest.mark.docker
def test_a_program_without_models_has_none_to_mount(run: Run, tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text('FROM python:3.12-slim\nUSER 10001\nCMD ["python", "app.py"]\n')
    (tmp_path / "app.py").write_text("import flask\n\napp = flask.Flask(__name__)\n")
    done = run("run", "--mount-models", cwd=tmp_path)
    assert done.returncode == 2
    assert "no model to mount" in done.stderr
