"""What a program that ended at once wants from whoever starts it."""

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from dockerize_ml.engine.probe import asked_for

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
