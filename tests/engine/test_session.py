"""What a command started is gone however the command ended, on a real engine."""

import subprocess
import sys
import time

import pytest

from dockerize_ml.engine import janitor
from dockerize_ml.engine.client import Client
from dockerize_ml.engine.container import start
from dockerize_ml.engine.session import Session, session

pytestmark = pytest.mark.docker

IMAGE = "python:3.12-slim"
DIES = f"""
import os, signal
from dockerize_ml.engine import janitor
from dockerize_ml.engine.client import Client
from dockerize_ml.engine.session import session
with session(Client.connect()) as one:
    one.client.ask("run", "--detach", "--label", one.label, "--volume=/data", {IMAGE!r}, "sleep", "300")
    one.client.ask("tag", {IMAGE!r}, one.tag)
    print(one.name, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def left(one: str) -> list[str]:
    client = Client.connect()
    containers = client.ask("ps", "--all", "--quiet", "--filter", f"label=dockerize-ml.run={one}").split()
    return [*containers, *client.ask("image", "ls", "--quiet", f"dockerize-ml-run:{one}").split()]


def test_what_is_left_at_the_end_is_removed() -> None:
    with session(Client.connect()) as one:
        one.client.ask("run", "--detach", "--label", one.label, IMAGE, "sleep", "300")
        one.client.ask("tag", IMAGE, one.tag)
        assert len(left(one.name)) == 2
    assert left(one.name) == []


def test_what_is_to_be_kept_is_kept() -> None:
    with session(Client.connect()) as one:
        container = start(one, IMAGE, port=None)
        one.kept = True
    try:
        assert len(left(one.name)) == 1
    finally:
        container.remove()


def test_a_command_that_is_killed_leaves_nothing() -> None:
    done = subprocess.run([sys.executable, "-c", DIES], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == -9, done.stderr
    until = time.monotonic() + 30
    while left(done.stdout.strip()) and time.monotonic() < until:
        time.sleep(0.2)
    assert left(done.stdout.strip()) == []


def test_sessions_do_not_touch_each_other() -> None:
    client = Client.connect()
    with session(client) as one, session(client) as other:
        assert isinstance(one, Session)
        one.client.ask("run", "--detach", "--label", one.label, IMAGE, "sleep", "300")
        with session(client):
            pass
        assert len(left(one.name)) == 1
        assert left(other.name) == []


def test_an_image_that_a_container_still_holds_keeps_its_name_until_it_can_go() -> None:
    with session(Client.connect()) as one:
        text = f"FROM {IMAGE}\nLABEL dockerize-ml.test={one.name}\n"
        one.client.call("build", "--quiet", "--tag", one.tag, "-", text=text)
        holder = one.client.ask("create", one.tag).strip()
        try:
            assert janitor.sweep(one.client.binary, one.name) is None
            assert len(left(one.name)) == 1
        finally:
            one.client.ask("rm", holder)
    held = ("image", "ls", "--quiet", "--filter", f"label=dockerize-ml.test={one.name}")
    assert one.client.ask(*held) == ""
