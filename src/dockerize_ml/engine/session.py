"""All that one command starts on the engine, under one name, so that it can be removed whatever happens."""

import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from dockerize_ml.engine import janitor
from dockerize_ml.engine.client import Client


@dataclass(slots=True)
class Session:
    """A command's share of the engine.

    Attributes:
        client: how to reach the engine.
        name: what its containers are labelled with.
        kept: whether what it started outlives the command.
    """

    client: Client
    name: str
    kept: bool = False

    @property
    def label(self) -> str:
        """What every container of it carries."""
        return f"{janitor.LABEL}={self.name}"

    @property
    def tag(self) -> str:
        """A name for an image that goes with the session."""
        return f"{janitor.REPOSITORY}:{self.name}"


@contextmanager
def session(client: Client) -> Iterator[Session]:
    """A session for the length of a ``with``; what it left is removed at its end.

    A process of its own waits beside it: it does the same if this one is killed, or if the engine is lost meanwhile.
    """
    one = Session(client, uuid.uuid4().hex[:12])
    watch = subprocess.Popen(  # noqa: S603 - our own program, with our own Python
        [sys.executable, "-I", janitor.__file__, client.binary, one.name],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        # Ctrl-C is for the command.
        start_new_session=True,
    )
    over = False
    try:
        yield one
        over = True
    finally:
        gone: int | None = None
        try:
            gone = None if one.kept else janitor.sweep(client.binary, one.name)
        finally:
            # What was interrupted may still make something on the engine, a moment after we looked.
            _dismiss(watch, all_gone=one.kept or (over and gone is not None))


def _dismiss(watch: "subprocess.Popen[bytes]", *, all_gone: bool) -> None:
    """End its wait, with or without the word that nothing is left to do."""
    if watch.stdin is None:
        return
    with suppress(OSError):
        if all_gone:
            watch.stdin.write(janitor.DONE.encode())
        watch.stdin.close()
    if all_gone:
        watch.wait()
    else:
        # It outlives us; nobody waits for it.
        watch.returncode = 0
