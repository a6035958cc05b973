"""One logical line made into an Instruction."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dockerize_ml.dockerfile.flags import read_flags
from dockerize_ml.dockerfile.heredocs import find_markers
from dockerize_ml.dockerfile.json_form import read_json
from dockerize_ml.dockerfile.nodes import Instruction, Joined, Pair, Word
from dockerize_ml.dockerfile.pairs import read_pairs
from dockerize_ml.dockerfile.spaces import SEPARATORS, SPACES
from dockerize_ml.dockerfile.words import plain_words, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.dockerfile.heredocs import Marker

KEYWORDS = (
    "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL", "MAINTAINER",
    "ONBUILD", "RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR",
)  # fmt: skip

_KEYWORD = re.compile(f"[^{SEPARATORS}]*")
_FIRST_WORD = re.compile(f"[^{SPACES}]+")

_PAIRED = frozenset({"ENV", "LABEL", "ARG"})
_LISTS = frozenset({"ADD", "COPY", "VOLUME"})
_SPLIT = frozenset({"FROM", "EXPOSE"})
_COMMANDS = frozenset({"RUN", "CMD", "ENTRYPOINT", "SHELL"})
_WHOLE = frozenset({"USER", "WORKDIR", "STOPSIGNAL", "MAINTAINER"})
_WITH_HEREDOCS = frozenset({"RUN", "COPY", "ADD"})


def read_instruction(joined: Joined, escape: str) -> Instruction:
    """Take a joined line apart; ``span`` and ``extent`` are those of the text, heredocs are not read yet."""
    begin = len(joined.text) - len(joined.text.lstrip(SPACES))
    end = len(joined.text.rstrip(SPACES))
    match = _KEYWORD.match(joined.text, begin, max(begin, end))
    written = match[0] if match else ""
    keyword = written.upper()
    keyword_span = joined.span(begin, begin + len(written))
    flags, start = read_flags(joined, begin + len(written))
    body = _trimmed(joined, start, end)
    extent = joined.span(begin, end)
    instruction = Instruction(extent, extent, keyword, written, keyword_span, flags, body)
    if keyword == "ONBUILD":
        return replace(instruction, trigger=read_instruction(body, escape)) if body.text else instruction
    arguments = _arguments(keyword, body, escape)
    return replace(instruction, words=arguments.words, exec=arguments.exec, pairs=tuple(_pairs(keyword, body, escape)))


def markers_of(instruction: Instruction, joined: Joined) -> Iterator[Marker]:
    """The heredocs that an instruction announces, ONBUILD's trigger included."""
    inner = instruction.trigger or instruction
    if inner.keyword in _WITH_HEREDOCS and inner.exec is None and "<<" in joined.text:
        yield from find_markers(joined)


@dataclass(frozen=True, slots=True)
class _Arguments:
    words: tuple[Word, ...]
    exec: tuple[Word, ...] | None = None


def _arguments(keyword: str, body: Joined, escape: str) -> _Arguments:
    if not body.text or keyword in _PAIRED:
        return _Arguments(())
    if keyword in _WHOLE:
        return _Arguments((whole(body, escape),))
    if keyword == "HEALTHCHECK":
        return _health(body)
    if keyword in _COMMANDS or keyword in _LISTS:
        strings = read_json(body)
        if strings is not None:
            return _Arguments(strings, strings)
    if keyword in _COMMANDS:
        return _Arguments((_literal(body),))
    return _Arguments(tuple(plain_words(body, escape)))


def _health(body: Joined) -> _Arguments:
    match = _FIRST_WORD.match(body.text)
    end = match.end() if match else 0
    kind = _literal(body.part(0, end))
    rest = _trimmed(body, end, len(body.text))
    if not rest.text:
        return _Arguments((kind,))
    strings = read_json(rest)
    if strings is not None:
        return _Arguments((kind, *strings), strings)
    return _Arguments((kind, _literal(rest)))


def _pairs(keyword: str, body: Joined, escape: str) -> Iterator[Pair]:
    if body.text and keyword in _PAIRED:
        yield from read_pairs(body, escape, bare=keyword == "ARG")


def _literal(joined: Joined) -> Word:
    """Text that is not ours to unquote: a shell will read it."""
    return Word(joined.text, joined.text, joined.span(0, len(joined.text)))


def _trimmed(joined: Joined, start: int, end: int) -> Joined:
    text = joined.text[start:end]
    bare = text.lstrip(SPACES)
    start += len(text) - len(bare)
    return joined.part(start, start + len(bare.rstrip(SPACES)))
