"""Heredocs inside a script: found and masked, since the grammar cannot read two of them on one line."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dockerize_ml.dockerfile.shell.words import expansion_end

_MARKER = re.compile(r"<<(-?)[ \t]*((?:\\.|'[^'\n]*'|\"[^\"\n]*\"|[^\s'\"\\|&;()<>`$#])+)")
_TOKEN = re.compile(r"\\.|'[^']*'|\"(?:\\.|[^\"\\])*\"|<<<|<<|(?<![^\s;&|()])#[^\n]*|\$?\(\(|\n", re.DOTALL)
_QUOTING = re.compile(r"[\\'\"]")


class Body(NamedTuple):
    """One heredoc: where its ``<<NAME`` and its text stand in the script."""

    name: str
    expand: bool
    marker: tuple[int, int]
    text: tuple[int, int]


def heredocs(text: str) -> tuple[Body, ...]:
    """The heredocs of a script, in order."""
    return tuple(_heredocs(text)) if "<<" in text else ()


def masked(text: str, bodies: tuple[Body, ...]) -> str:
    """The script, just as long, with ``<<NAME`` turned into ``< NAME`` and the bodies into blanks."""
    parts: list[str] = []
    at = 0
    for start, end, instead in sorted(change for body in bodies for change in _changes(text, body)):
        parts += [text[at:start], instead]
        at = end
    return "".join([*parts, text[at:]])


def _changes(text: str, body: Body) -> Iterator[tuple[int, int, str]]:
    start, _ = body.marker
    blanks = 3 if text.startswith("<<-", start) else 2
    yield start, start + blanks, "<".ljust(blanks)
    start, end = body.text[0], _behind_line(text, body.text[1])
    if end > start:
        yield start, end, "\n".rjust(end - start)


def _heredocs(text: str) -> Iterator[Body]:
    waiting: list[tuple[re.Match[str], int]] = []
    at = 0
    while match := _TOKEN.search(text, at):
        at = match.end()
        if match[0] == "\n":
            for marker, start in waiting:
                body = _body(text, marker, start, at)
                yield body
                at = _behind_line(text, body.text[1])
            waiting = []
        elif match[0].endswith("(("):
            at = _behind_arithmetic(text, match.start())
        elif match[0] == "<<" and (found := _MARKER.match(text, match.start())):
            waiting.append((found, found.start()))
            at = found.end()
    yield from (_body(text, marker, start, len(text)) for marker, start in waiting)


def _body(text: str, marker: re.Match[str], start: int, at: int) -> Body:
    name = _QUOTING.sub("", marker[2])
    tabs = r"\t*" if marker[1] else ""
    closing = re.compile(rf"^{tabs}{re.escape(name)}\r?$", re.MULTILINE).search(text, at)
    end = closing.start() if closing else len(text)
    return Body(name, not _QUOTING.search(marker[2]), (start, marker.end()), (at, end))


def _behind_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _behind_arithmetic(text: str, at: int) -> int:
    """``$((1 << 2))`` is no heredoc; an arithmetic command looks the same without its dollar."""
    if text[at] == "$":
        return expansion_end(text, at)
    end = text.find("))", at)
    return len(text) if end < 0 else end + 2
