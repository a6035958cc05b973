"""``init --weights build`` on a real engine, with a stand-in for the hub that gives its one model only for a token."""

import subprocess
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess
from uuid import uuid4

import pytest

Run = Callable[..., "CompletedProcess[str]"]
pytestmark = [pytest.mark.docker, pytest.mark.network]

TAG = "dockerize-ml-test-weights"
ADDRESS = "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}"
TOKEN = "hf_s3cret"
# A name of this run only: the secret is no part of what a cached layer is known by, the model's name is.
MODEL = f"acme/{uuid4().hex}"
APP = f"""\
from pathlib import Path

from huggingface_hub import snapshot_download

print(Path(snapshot_download("{MODEL}"), "config.json").read_text())
"""
HUB = """\
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

class Hub(BaseHTTPRequestHandler):
    def do_HEAD(self):
        if self.headers.get("Authorization") != "Bearer %(token)s":
            self.say(401, b"", {"X-Error-Code": "GatedRepo", "X-Error-Message": "Access is restricted."})
        elif self.path.startswith("/api/models/%(model)s/revision/main"):
            told = {"id": "%(model)s", "sha": "a" * 40, "siblings": [{"rfilename": "config.json"}]}
            self.say(200, json.dumps(told).encode(), {})
        elif self.path.endswith("/config.json"):
            self.say(200, b"the weights of a tiny model", {"ETag": "0123", "X-Repo-Commit": "a" * 40})
        else:
            self.say(404, b"", {"X-Error-Code": "EntryNotFound"})

    do_GET = do_HEAD

    def say(self, code, text, headers):
        self.send_response(code)
        for name, value in {**headers, "Content-Length": len(text)}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(text)


ThreadingHTTPServer(("", 80), Hub).serve_forever()
"""


def docker(*words: str) -> str:
    return subprocess.run(["docker", *words], capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture
def hub() -> Iterator[str]:
    """The address of the stand-in, which build steps reach too."""
    program = textwrap.dedent(HUB) % {"model": MODEL, "token": TOKEN}
    container = docker("run", "--detach", "--rm", "python:3.12-slim", "python", "-c", program)
    try:
        yield f"http://{docker('inspect', '--format', ADDRESS, container)}"
    finally:
        docker("kill", container)


def test_weights_are_in_the_image_and_the_token_is_not(run: Run, folder: Callable[..., Path], hub: str) -> None:
    root = folder({"app.py": APP, "requirements.txt": "huggingface-hub==1.1.4\n"})
    assert run("init", "--yes", "--weights", "build", cwd=root).returncode == 0

    unreachable = run("build", "--tag", TAG, "--build-arg", "HF_ENDPOINT=http://127.0.0.1:9", cwd=root)
    assert (unreachable.returncode, "Hugging Face hub could not be reached" in unreachable.stderr) == (4, True)
    refused = run("build", "--tag", TAG, "--build-arg", f"HF_ENDPOINT={hub}", cwd=root)
    assert (refused.returncode, "--secret id=hf_token,env=HF_TOKEN" in refused.stderr) == (4, True)

    built = run("build", "--tag", TAG, cwd=root, env={"HF_ENDPOINT": hub, "HF_TOKEN": TOKEN})
    assert built.returncode == 0, built.stderr
    offline = docker("run", "--rm", "--network", "none", TAG)
    assert offline == "the weights of a tiny model"
    owners = docker("run", "--rm", "--entrypoint", "sh", TAG, "-c", "find /home/app/.cache -printf '%u %m\\n'")
    assert {line.split()[0] for line in owners.splitlines()} == {"app"}
    assert TOKEN not in docker("history", "--no-trunc", TAG) + docker("inspect", TAG)
    with subprocess.Popen(["docker", "save", TAG], stdout=subprocess.PIPE) as saved:
        assert saved.stdout is not None
        layers = saved.stdout.read()
    assert (b"the weights of a tiny model" in layers, TOKEN.encode() in layers) == (True, False)
