"""Four times the text may take at most eight times the time, whatever shape it has."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from dockerize_ml.lint import Settings, Source, lint

if TYPE_CHECKING:
    from collections.abc import Callable

SETTINGS = Settings(preset="all", shellcheck=False, cache=False)
SMALL = 200

SHAPES: dict[str, Callable[[int], str]] = {
    "many installations": lambda n: "FROM a:1\nCOPY . .\n" + "RUN pip install -r requirements.txt\n" * n,
    "many stages": lambda n: "".join(f"FROM a:1 AS s{i}\nCOPY --from=s{i - 1} /a /b\n" for i in range(n)),
    "a chain of stages": lambda n: (
        "FROM a:1 AS s0\n" + "".join(f"FROM s{i} AS s{i + 1}\nUSER root\n" for i in range(n))
    ),
    "many variables": lambda n: "FROM a:1\n" + "".join(f"ENV A{i}=$A{i - 1}\n" for i in range(n)),
    "many pairs": lambda n: "FROM a:1\nENV " + " ".join(f"A{i}=$A{i - 1}" for i in range(n)) + "\n",
    "many continuations": lambda n: "FROM a:1\nRUN a \\\n" + "  b \\\n" * n + " c\n",
    "a long list of commands": lambda n: "FROM a:1\nRUN a" + " && pip install x" * n + "\n",
    "many comments": lambda n: "FROM a:1\n" + "# hadolint ignore=DL3042\nRUN pip install x\n" * n,
    "a long heredoc": lambda n: "FROM a:1\nRUN <<EOF\n" + "pip install x\n" * n + "EOF\n",
    "many errors": lambda n: "FROM a:1\n" + "FOO bar\n" * n,
}


def seconds(text: str) -> float:
    def once() -> float:
        begin = time.process_time()
        lint([Source("Dockerfile", text)], SETTINGS, jobs=1)
        return time.process_time() - begin

    return min(once(), once())


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_time_grows_with_the_text(shape: Callable[[int], str]) -> None:
    seconds(shape(1))
    assert seconds(shape(4 * SMALL)) < 8 * seconds(shape(SMALL)) + 0.05
