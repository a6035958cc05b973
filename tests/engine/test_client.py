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
    "an engine without BuildKit by default": ('echo \'{"Server": {"Version": "20.10.24"}}\'', "20.10.24 is too old"),
    "a context that has gone": (
        """echo 'context "lab": context not found' >&2; exit 1""",
        "There is no Docker context `lab`.",
    ),
    "a host that cannot be found": (
        "echo 'error during connect: dial tcp: lookup nowhere: no such host' >&2; exit 1",
        "host of the Docker Engine cannot be found",
    ),
    "a full disk": ("echo 'write /var/lib/docker/tmp/x: no space left on device' >&2; exit 1", "disk is full"),
    "a pull that is refused": (
        "echo 'Error response from daemon: pull access denied for acme/base, repository does not exist' >&2; exit 125",
        "The registry refuses the pull",
    ),
    "too many pulls": (
        "echo 'Error response from daemon: toomanyrequests: pull rate limit' >&2; exit 1",
        "too many images were pulled",
    ),
    "versions that do not fit": (
        "echo 'Error: client version 1.51 is too new. Maximum supported API version is 1.41' >&2; exit 1",
        "do not understand each other",
    ),
    "Podman behind Docker's client": (
        """echo '{"Server": {"Version": "5.4.0", "Components": [{"Name": "Podman Engine"}]}}'""",
        "is Podman, which has no BuildKit",
    ),
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
    client_that('touch ran; echo \'{"Server": {"Version": "28.0.0"}}\'')
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


def test_podman_by_the_name_of_docker_is_known(client_that: object) -> None:
    assert callable(client_that)
    client_that(
        """case "$1" in --version) echo podman version 4.3.1;; *) echo '{"Client": {"Version": "4.3.1"}}';; esac"""
    )
    client = Client.connect()
    assert (client.version, client.podman) == ("4.3.1", True)


def test_an_engine_that_is_lost_while_a_stream_is_silent_is_told(client_that: object) -> None:
    assert callable(client_that)
    client_that(
        """case "$1" in version) echo 'Cannot connect to the Docker daemon' >&2; exit 1;; *) exec sleep 30;; esac"""
    )
    with pytest.raises(EngineError, match="No Docker Engine is running"):
        list(Client("docker", "28").stream("build", silence=0.1))


def test_versions_with_more_behind_them_are_read(client_that: object) -> None:
    assert callable(client_that)
    client_that('echo \'{"Server": {"Version": "28.5.2+dfsg4"}}\'')
    assert Client.connect().version == "28.5.2+dfsg4"


def test_the_last_line_of_a_stream_is_the_exit_code(client_that: object) -> None:
    assert callable(client_that)
    client_that("echo one; echo two >&2; exit 5")
    assert sorted(Client("docker", "28").stream("build")) == ["5", "one", "two"]
