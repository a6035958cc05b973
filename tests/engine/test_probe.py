"""What a container answers, and what a program that ended at once wants from whoever starts it."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from dockerize_ml.engine.probe import asked_for, wait_for_answer

if TYPE_CHECKING:
    from dockerize_ml.engine.container import Container

_USAGE = "usage: crop.py [-h] folder\ncrop.py: error: the following arguments are required: folder\n"
_HELP = (
    "Usage: stats [OPTIONS] COMMAND [ARGS]...\n\nOptions:\n  --help  Show this message and exit.\n\nCommands:\n  mean\n"
)
_ASKS = (
    'Name? Traceback (most recent call last):\n  File "a.py", line 1, in <module>\nEOFError: EOF when reading a line\n'
)
_WANTS = {
    "arguments": (_USAGE, 2, "the following arguments are required: folder; they go behind"),
    "the same words before another end": (_USAGE, 1, ""),
    "its help alone": (_HELP, 2, "Usage: stats [OPTIONS] COMMAND [ARGS]...; they go behind"),
    "its help alone, and another code": (_HELP, 1, "Usage: stats [OPTIONS] COMMAND [ARGS]...; they go behind"),
    "its help before an error": (f"{_HELP}ValueError: 3\n", 1, ""),
    "a terminal": (_ASKS, 1, "it asks at the keyboard"),
    "nothing": ("ValueError: 3\n", 1, ""),
}


@pytest.mark.parametrize("case", _WANTS)
def test_it_is_told_what_the_program_asks_for(case: str) -> None:
    log, code, says = _WANTS[case]
    ended = SimpleNamespace(logs=lambda: log, state=lambda: SimpleNamespace(exit_code=code))
    said = asked_for(cast("Container", ended))
    assert said.startswith(says)
    assert bool(said) is bool(says)


@pytest.fixture
def server() -> Iterator[tuple[int, list[int]]]:
    """A port, and what is answered there, one status after the other; the last for ever."""
    statuses: list[int] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(statuses.pop(0) if len(statuses) > 1 else statuses[0])
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that it has there
            del format, args

    with HTTPServer(("127.0.0.1", 0), Handler) as listening:
        Thread(target=listening.serve_forever, daemon=True).start()
        yield listening.server_port, statuses
        listening.shutdown()


@pytest.mark.parametrize(
    ("statuses", "status"), [([503, 503, 200], 200), ([503, 404], 404), ([200], 200), ([500, 200], 500), ([503], 503)]
)
def test_a_server_that_is_not_ready_is_asked_again(
    statuses: list[int], status: int, server: tuple[int, list[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dockerize_ml.engine.probe._TO_GET_READY", 1.0)
    port, answers = server
    answers.extend(statuses)
    up = SimpleNamespace(state=lambda: SimpleNamespace(running=True), sockets=tuple, processes=tuple, inner_port=80)
    assert wait_for_answer(cast("Container", up), port, "/", 30).status == status
