"""One logical line made into an Instruction."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dockerize_ml.dockerfile.flags import read_flags
from dockerize_ml.dockerfile.heredocs import find_markers
from dockerize_ml.dockerfile.json_form import read_json
from dockerize_ml.dockerfile.nodes import Instruction, Word
from dockerize_ml.dockerfile.pairs import read_pairs
from dockerize_ml.dockerfile.spaces import ASCII_SPACES, SEPARATORS, SPACES
from dockerize_ml.dockerfile.words import plain_words, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.dockerfile.heredocs import Marker
    from dockerize_ml.dockerfile.nodes import Flag, Heredoc, Joined, Pair, Span

KEYWORDS = (
    "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL", "MAINTAINER",
    "ONBUILD", "RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR",
)  # fmt: skip

_KEYWORD = re.compile(f"[^{SEPARATORS}]*")
_FIRST_WORD = re.compile(f"([^{ASCII_SPACES}]*)[{ASCII_SPACES}]*")

_PAIRED = frozenset({"ENV", "LABEL", "ARG"})
_LISTS = frozenset({"ADD", "COPY", "VOLUME"})
_COMMANDS = frozenset({"RUN", "CMD", "ENTRYPOINT", "SHELL"})
_WHOLE = frozenset({"USER", "WORKDIR", "STOPSIGNAL", "MAINTAINER"})
_WITH_HEREDOCS = frozenset({"RUN", "COPY", "ADD"})


@dataclass(slots=True)
class Parts:
    """A joined line taken apart, before it is known what lines belong to it."""

    extent: Span
    keyword: str
    written: str
    keyword_span: Span
    flags: tuple[Flag, ...]
    body: Joined
    words: tuple[Word, ...] = ()
    exec: tuple[Word, ...] | None = None
    pairs: tuple[Pair, ...] = ()
    trigger: Parts | None = None

    def trigger_instruction(self, heredocs: tuple[Heredoc, ...], stage: int) -> Instruction | None:
        """The instruction inside ONBUILD; the heredocs are its own."""
        inner = self.trigger
        if inner is None:
            return None
        return Instruction(
            span=inner.extent,
            extent=inner.extent,
            keyword=inner.keyword,
            written=inner.written,
            keyword_span=inner.keyword_span,
            flags=inner.flags,
            body=inner.body,
            words=inner.words,
            exec=inner.exec,
            pairs=inner.pairs,
            heredocs=heredocs,
            stage=stage,
        )


def read_parts(joined: Joined, escape: str, *, inside: bool = False) -> Parts:
    """Take a joined line apart; ``inside`` an ONBUILD no other one is, so that none nests for ever."""
    begin = len(joined.text) - len(joined.text.lstrip(SPACES))
    end = len(joined.text.rstrip(SPACES))
    match = _KEYWORD.match(joined.text, begin, max(begin, end))
    written = match[0] if match else ""
    keyword = written.upper()
    keyword_span = joined.span(begin, begin + len(written))
    flags, start = read_flags(joined, begin + len(written))
    body = _trimmed(joined, start, end)
    parts = Parts(joined.span(begin, end), keyword, written, keyword_span, flags, body)
    if not body.text:
        return parts
    if keyword == "ONBUILD":
        parts.trigger = None if inside else read_parts(body, escape, inside=True)
    elif keyword in _PAIRED:
        parts.pairs = tuple(read_pairs(body, escape, bare=keyword == "ARG"))
    else:
        parts.words, parts.exec = _arguments(keyword, body, escape)
    return parts


def markers_of(parts: Parts, joined: Joined) -> Iterator[Marker]:
    """The heredocs that an instruction announces, ONBUILD's trigger included."""
    inner = parts.trigger or parts
    if inner.keyword in _WITH_HEREDOCS and inner.exec is None and "<<" in joined.text:
        yield from find_markers(joined)


def _arguments(keyword: str, body: Joined, escape: str) -> tuple[tuple[Word, ...], tuple[Word, ...] | None]:
    """The words, and the strings of the JSON form."""
    if keyword in _WHOLE:
        return (whole(body, escape),), None
    if keyword == "HEALTHCHECK":
        return _health(body)
    if keyword in _COMMANDS or keyword in _LISTS:
        strings = read_json(body)
        if strings is not None:
            return strings, strings
    if keyword in _COMMANDS:
        return (_literal(body),), None
    return tuple(plain_words(body, escape)), None


def _health(body: Joined) -> tuple[tuple[Word, ...], tuple[Word, ...] | None]:
    match = _FIRST_WORD.match(body.text)
    end, start = (match.end(1), match.end()) if match else (0, 0)
    kind = _literal(body.part(0, end))
    rest = body.part(start, len(body.text))
    if not rest.text:
        return (kind,), None
    strings = read_json(rest)
    if strings is not None:
        return (kind, *strings), strings
    return (kind, _literal(rest)), None


def _literal(joined: Joined) -> Word:
    """Text that is not ours to unquote: a shell will read it."""
    return Word(joined.text, joined.text, joined.span(0, len(joined.text)))


def _trimmed(joined: Joined, start: int, end: int) -> Joined:
    text = joined.text[start:end]
    bare = text.lstrip(SPACES)
    start += len(text) - len(bare)
    return joined.part(start, start + len(bare.rstrip(SPACES)))
