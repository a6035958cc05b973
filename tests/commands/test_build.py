"""``build`` on a real engine."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., "CompletedProcess[str]"]
pytestmark = pytest.mark.docker

TAG = "dockerize-ml-test-build"
WITH_SECRET = """\
FROM python:3.12-slim
ARG WHO=nobody
LABEL org.opencontainers.image.title="its own"
RUN --mount=type=secret,id=token \\
    echo "$(wc -c < /run/secrets/token) for $WHO" > /who
"""
FAILS = """\
FROM python:3.12-slim AS build
RUN true

# The next one cannot work.
RUN echo beginning && \\
    python -c "import libsomething" 2>&1 | tail -n 1; \\
    pip install --no-index flask==99
"""


def inspected(what: str) -> str:
    done = subprocess.run(
        ["docker", "image", "inspect", "--format", what, TAG], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_secrets_arguments_and_labels_reach_the_build_and_the_secret_stays_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text(WITH_SECRET)
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\nversion = "1.2.3"\n')
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").write_text("0123456789abcdef0123456789abcdef01234567\n")
    (tmp_path / "token").write_text("s3cret")
    (tmp_path / ".dockerignore").write_text("token\n")
    options = ("--tag", TAG, "--secret", "id=token,src=token", "--build-arg", "WHO=me", "--label", "team=ml")
    done = run("build", *options, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, f"{TAG}\n"), done.stderr
    assert json.loads(inspected("{{json .Config.Labels}}")) == {
        "org.opencontainers.image.title": "its own",
        "org.opencontainers.image.version": "1.2.3",
        "org.opencontainers.image.revision": "0123456789abcdef0123456789abcdef01234567",
        "team": "ml",
    }
    history = subprocess.run(["docker", "history", "--no-trunc", TAG], capture_output=True, text=True, check=True)
    assert "s3cret" not in history.stdout
    who = subprocess.run(["docker", "run", "--rm", TAG, "cat", "/who"], capture_output=True, text=True, check=True)
    assert who.stdout == "6 for me\n"
    assert "RUN --mount=type=secret" in done.stderr


def test_a_failing_step_has_its_line_its_last_words_and_what_mends_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text(FAILS)
    done = run("build", "--tag", TAG, cwd=tmp_path)
    assert done.returncode == 4
    assert "exit code: 1" in done.stderr
    assert "No module named 'libsomething'" in done.stderr
    assert "Dockerfile:5" in done.stderr
    assert "No version of `flask==99` can be installed" in done.stderr


REFUSED = {
    "no such builder": (("--builder", "no-such-builder"), "`docker buildx ls` shows which there are"),
    "a secret that is not there": (("--secret", "id=x,src=/nonexistent/x"), "Correct the path behind `src=`"),
}


@pytest.mark.parametrize(("options", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_what_the_client_refuses_is_told_with_what_to_do(
    options: tuple[str, ...], words: str, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "Dockerfile").write_text("FROM python:3.12-slim\n")
    done = run("build", "--tag", TAG, *options, cwd=tmp_path)
    assert done.returncode == 4
    assert words in done.stderr
