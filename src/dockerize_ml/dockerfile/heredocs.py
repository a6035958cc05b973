"""Heredocs: ``<<EOF`` in RUN, COPY and ADD, and the bodies below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.dockerfile.lex_error import LexError
from dockerize_ml.dockerfile.lexer import Lexer
from dockerize_ml.dockerfile.lines import content
from dockerize_ml.dockerfile.nodes import Heredoc, Joined, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.dockerfile.lexer import LexWord
    from dockerize_ml.dockerfile.lines import Lines

_MARKER = re.compile(r"([0-9]*)<<(-?)([^<]*)", re.DOTALL)
_OPENING = re.compile(r"([0-9]*)<<")


class Marker(NamedTuple):
    """``<<EOF`` where it stands, before its body is read."""

    name: str
    expand: bool
    chomp: bool
    fd: int
    span: Span


def find_markers(joined: Joined) -> Iterator[Marker]:
    """The markers in the text of an instruction."""
    try:
        # BuildKit always takes the backslash here, whatever the escape directive says.
        words = Lexer(joined.text, raw_quotes=True, raw_escapes=True).words()
    except LexError:
        return
    at = 0
    while at < len(words):
        word, at = words[at], at + 1
        span = joined.span(word.start, word.end)
        if at < len(words) and (match := _separated(joined.text, word, words[at])):
            following, at = words[at], at + 1
            marker = _marker(match[1], following.text, joined.span(word.start, following.end), chomp=False)
        else:
            marker = read_marker(word.text, span)
        if marker:
            yield marker


def _separated(text: str, word: LexWord, following: LexWord) -> re.Match[str] | None:
    """``<<`` with blanks before the name, which BuildKit took up later than the rest and without ``<<-``."""
    bare = text[word.start : word.end] == word.text and not text[word.end : following.start].strip(" \t")
    return _OPENING.fullmatch(word.text) if bare else None


def read_marker(word: str, span: Span) -> Marker | None:
    """The marker that a word is, if it is one."""
    match = _MARKER.fullmatch(word)
    return _marker(match[1], match[3], span, chomp=match[2] == "-") if match else None


def _marker(fd: str, written: str, span: Span, *, chomp: bool) -> Marker | None:
    if not written or "<" in written:
        return None
    try:
        lexer = Lexer(written)
        plain = lexer.words()
        raw = Lexer(written, raw_quotes=True, raw_escapes=True).words()
    except LexError:
        return None
    if len(plain) != 1 or len(raw) != 1 or any(reference.operator for reference in lexer.references):
        return None
    name = plain[0].text
    return Marker(name, name == raw[0].text, chomp, int(fd[-9:] or 0), span)


def read_body(lines: Lines, marker: Marker) -> tuple[Heredoc, bool]:
    """Read a heredoc's body from the lines below, and say whether its closing line was there."""
    start = end = lines.starts[lines.at]
    first = lines.at
    closed = False
    while lines.more and not closed:
        line = content(lines.raw[lines.at])
        closed = (line.lstrip("\t") if marker.chomp else line) == marker.name
        if not closed:
            end = lines.starts[lines.at + 1]
        lines.at += 1
    body = "".join(lines.raw[first : lines.at - closed])
    heredoc = Heredoc(marker.name, marker.expand, marker.chomp, marker.fd, marker.span, body, Span(start, end))
    return heredoc, closed
