"""The refusals of Docker, simulated by clients that refuse; all that works is tested on a real engine elsewhere."""

import stat
from pathlib import Path

import pytest

from dockerize_ml.engine.client import Client
from dockerize_ml.errors import EngineError

REFUSALS = {
    "no permission on the socket": (
        "echo 'permission denied while trying to connect to the Docker daemon socket' >&2; exit 1",
        "You may not use the Docker socket.",
    ),
    "no engine": (
        "echo 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock.' >&2; exit 1",
        "No Docker Engine is running.",
    ),
    "an engine without BuildKit by default": ('echo \'{"Version": "20.10.24"}\'', "20.10.24 is too old"),
    "an answer that is no JSON": ("echo hello", "Docker refused: hello"),
    "an answer without a word": ("exit 3", "exit code 3, without a word"),
    "an answer without a server": ("echo null", "Docker refused"),
}


@pytest.fixture
def client_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """Put a client that runs this shell line before all others."""

    def make(line: str) -> None:
        docker = tmp_path / "docker"
        docker.write_text(f"#!/bin/sh\n{line}\n")
        docker.chmod(docker.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    return make


@pytest.mark.parametrize(("line", "reason"), REFUSALS.values(), ids=REFUSALS.keys())
def test_a_refusal_is_put_in_plain_words(line: str, reason: str, client_that: object) -> None:
    assert callable(client_that)
    client_that(line)
    with pytest.raises(EngineError) as caught:
        Client.connect()
    assert reason in caught.value.reason
    assert caught.value.hint


def test_a_client_in_the_current_folder_is_never_run(
    client_that: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(client_that)
    client_that('touch ran; echo \'{"Version": "28.0.0"}\'')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", ".:")
    with pytest.raises(EngineError, match="not installed"):
        Client.connect()
    assert not (tmp_path / "ran").exists()


def test_a_client_that_hangs_is_given_up(client_that: object) -> None:
    assert callable(client_that)
    client_that("exec sleep 30")
    client = Client("docker", "28.0.0")
    with pytest.raises(EngineError, match="did not answer"):
        client.call("version", timeout=0.2)


def test_versions_with_more_behind_them_are_read(client_that: object) -> None:
    assert callable(client_that)
    client_that('echo \'{"Version": "28.5.2+dfsg4"}\'')
    assert Client.connect().version == "28.5.2+dfsg4"


def test_the_last_line_of_a_stream_is_the_exit_code(client_that: object) -> None:
    assert callable(client_that)
    client_that("echo one; echo two >&2; exit 5")
    assert sorted(Client("docker", "28").stream("build")) == ["5", "one", "two"]
