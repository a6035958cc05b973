"""An engine that goes away in the middle of a run and comes back."""

import os
import socket
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

pytestmark = pytest.mark.docker

LABEL = "dockerize-ml.test"
DOCKERFILE = """\
FROM python:3.12-slim
LABEL {label}={mark}
USER 10001
EXPOSE 5000
CMD ["python", "-c", "import time; time.sleep(300)"]
"""


class Line:
    """A socket that leads to the engine until it is cut."""

    def __init__(self, place: Path, engine: str) -> None:
        self.place = place
        self.engine = engine
        self.open = False

    def lay(self) -> None:
        self.place.unlink(missing_ok=True)
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(str(self.place))
        self.listener.listen(64)
        self.pairs: list[socket.socket] = []
        self.open = True
        threading.Thread(target=self._accept, args=(self.listener,), daemon=True).start()

    def cut(self) -> None:
        self.open = False
        for one in (self.listener, *self.pairs):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _accept(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while self.open:
                near, _ = listener.accept()
                far = socket.socket(socket.AF_UNIX)
                far.connect(self.engine)
                self.pairs += [near, far]
                for source, sink in ((near, far), (far, near)):
                    threading.Thread(target=self._pass_on, args=(source, sink), daemon=True).start()

    def _pass_on(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)


def containers(mark: str) -> list[str]:
    done = subprocess.run(
        ["docker", "ps", "--all", "--quiet", "--filter", f"label={LABEL}={mark}"],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


def images(mark: str) -> list[str]:
    listed = ["docker", "image", "ls", "--quiet", "--filter", f"label={LABEL}={mark}"]
    return subprocess.run(listed, capture_output=True, text=True, check=True).stdout.split()


def until(true: Callable[[], bool], seconds: float) -> bool:
    begin = time.monotonic()
    while time.monotonic() - begin < seconds:
        if true():
            return True
        time.sleep(0.1)
    return False


def test_what_was_started_is_gone_once_the_engine_is_back(tmp_path: Path) -> None:
    engine = os.environ.get("DOCKER_HOST", "unix:///var/run/docker.sock")
    if not engine.startswith("unix://"):
        pytest.skip("the engine is not reached by a socket of this machine")
    mark = uuid.uuid4().hex
    (tmp_path / "Dockerfile").write_text(DOCKERFILE.format(label=LABEL, mark=mark))
    line = Line(tmp_path / "line.sock", engine.removeprefix("unix://"))
    line.lay()
    process = subprocess.Popen(
        [sys.executable, "-m", "dockerize_ml", "validate", "--run"],
        cwd=tmp_path,
        env={**os.environ, "DOCKER_HOST": f"unix://{line.place}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        # Those that only look inside the image are over soon; this one stays.
        assert until(lambda: bool(containers(mark)), 60)
        assert until(lambda: b"time.sleep" in _commands(mark), 60)
        line.cut()
        said, _ = process.communicate(timeout=60)
        assert process.returncode in {3, 5}, said
        assert "Traceback" not in said
        assert containers(mark)
        line.lay()
        assert until(lambda: not containers(mark) and not images(mark), 60)
    finally:
        process.kill()
        line.cut()


def _commands(mark: str) -> bytes:
    running = containers(mark)
    if not running:
        return b""
    return subprocess.run(["docker", "inspect", *running], capture_output=True, check=False).stdout
