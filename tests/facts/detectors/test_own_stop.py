"""Programs that end in their own way when they are told by SIGTERM."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

_LASTS = "\n\nif __name__ == '__main__':\n    http.server.HTTPServer(('', 8000), None).serve_forever()\n"
HEEDS = {
    "a handler": "signal.signal(signal.SIGTERM, stop)",
    "a lambda": "signal.signal(signal.SIGTERM, lambda *_: stop())",
    "on lines of its own": "signal.signal(\n    signal.SIGTERM,\n    stop,\n)",
    "of an event loop": "asyncio.get_event_loop; loop = 1\nloop.add_signal_handler(signal.SIGTERM, stop)",
    "in a loop over both": "for each in (signal.SIGINT, signal.SIGTERM):\n    signal.signal(each, stop)",
}
LEAVES_IT = {
    "nothing": "",
    "the default put back": "signal.signal(signal.SIGTERM, signal.SIG_DFL)",
    "SIGINT alone": "signal.signal(signal.SIGINT, stop)",
    "a signal that it sends": "os.kill(1, signal.SIGTERM)",
    "a loop that only sends": "for each in (signal.SIGTERM, signal.SIGKILL):\n    os.kill(1, each)",
    "a comment": "# signal.signal(signal.SIGTERM, stop)",
}
Make = Callable[[dict[str, str]], Path]


def _stopped_by(make: Make, text: str) -> list[str]:
    source = f"import asyncio, http.server, os, signal\n\n\ndef stop(*_):\n    raise SystemExit\n\n\n{text}{_LASTS}"
    lines = pipeline.generate(make({"app.py": source, "requirements.txt": ""})).files.dockerfile.splitlines()
    return [line for number, line in enumerate(lines) if "STOPSIGNAL" in "".join(lines[number : number + 2])]


@pytest.mark.parametrize("text", HEEDS.values(), ids=HEEDS)
def test_the_signal_that_it_heeds_is_left_as_it_is(folder: Make, text: str) -> None:
    line = 9 if "loop = 1" in text else 8
    assert _stopped_by(folder, text) == [f"# The program itself heeds SIGTERM (app.py:{line}).", "STOPSIGNAL SIGTERM"]


@pytest.mark.parametrize("text", LEAVES_IT.values(), ids=LEAVES_IT)
def test_what_leaves_it_to_python_is_stopped_by_sigint(folder: Make, text: str) -> None:
    assert _stopped_by(folder, text)[-1] == "STOPSIGNAL SIGINT"
