"""Digests, with registries and engines simulated by clients that answer for them."""

import stat
from pathlib import Path

import pytest

from dockerize_ml.engine.client import Client
from dockerize_ml.engine.digests import digest_of
from dockerize_ml.errors import EngineError

DIGEST = f"sha256:{'b' * 64}"
SILENT = 'case "$1" in buildx) echo "dial tcp: lookup registry: no such host" >&2; exit 1;; esac; '

ANSWERS = {
    "from the registry": f"echo {DIGEST}",
    "from the engine that pulled it": f"""{SILENT}echo '["python@{DIGEST}"]'""",
}


def client_that(folder: Path, line: str) -> Client:
    docker = folder / "docker"
    docker.write_text(f"#!/bin/sh\n{line}\n")
    docker.chmod(docker.stat().st_mode | stat.S_IXUSR)
    return Client(str(docker), "28.0")


@pytest.mark.parametrize("line", ANSWERS.values(), ids=ANSWERS.keys())
def test_who_knows_it(tmp_path: Path, line: str) -> None:
    assert digest_of("python:3.12-slim", client_that(tmp_path, line)) == DIGEST


@pytest.mark.parametrize("pulled", ["echo '[]'", "echo null", "echo 'no such image' >&2; exit 1"])
def test_nobody_knows_it(tmp_path: Path, pulled: str) -> None:
    with pytest.raises(
        EngineError, match=r"No registry tells the digest of `python:3.12-slim`.*no such host"
    ) as caught:
        digest_of("python:3.12-slim", client_that(tmp_path, SILENT + pulled))
    assert "--no-pin" in caught.value.hint


def test_an_answer_that_is_no_digest_is_not_believed(tmp_path: Path) -> None:
    with pytest.raises(EngineError):
        digest_of("python:3.12-slim", client_that(tmp_path, "echo sha256:short"))
