"""The tree of a Dockerfile: every character of the file belongs to exactly one node.

``Dockerfile.nodes`` tile the text: node N ends where node N+1 begins, so joining their texts gives the file back.
Offsets count characters from 0; lines and columns count from 1, columns in characters.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple


class Position(NamedTuple):
    """A place in a file: line and column from 1, the column in characters."""

    line: int
    column: int


class Span(NamedTuple):
    """A half-open range of character offsets into ``Dockerfile.text``."""

    start: int
    end: int


class Joined(NamedTuple):
    """Text whose continuations, and comments between them, were taken out; it still knows where each character stood.

    ``starts[i]`` is the index in ``text`` at which piece i begins, ``offsets[i]`` the offset in the file it came from.
    """

    text: str
    starts: tuple[int, ...]
    offsets: tuple[int, ...]

    def offset(self, index: int) -> int:
        """The offset in the file of ``text[index]``; for ``len(text)`` the one behind the last character."""
        if len(self.starts) == 1:
            return self.offsets[0] + index
        behind = index == len(self.text) and index > 0
        piece = bisect_right(self.starts, index - behind) - 1
        return self.offsets[piece] + index - self.starts[piece]

    def span(self, start: int, end: int) -> Span:
        """The range of the file that ``text[start:end]`` came from, whatever was taken out between included."""
        if len(self.starts) == 1:
            return Span(self.offsets[0] + start, self.offsets[0] + max(start, end))
        if end <= start:
            return Span(self.offset(start), self.offset(start))
        return Span(self.offset(start), self.offset(end - 1) + 1)

    def part(self, start: int, end: int) -> Joined:
        """``text[start:end]``, still knowing where it stood."""
        if len(self.starts) == 1:
            return Joined(self.text[start:end], (0,), (self.offsets[0] + start,))
        first = max(bisect_right(self.starts, start) - 1, 0)
        behind = max(bisect_right(self.starts, max(end - 1, start)), first + 1)
        starts = (0, *(begin - start for begin in self.starts[first + 1 : behind]))
        offsets = (self.offsets[first] + start - self.starts[first], *self.offsets[first + 1 : behind])
        return Joined(self.text[start:end], starts, offsets)


class Word(NamedTuple):
    """One word of an instruction as it is written, quotes and variables included.

    ``value`` has the quotes and escapes taken away and the variables left as they are.
    """

    text: str
    value: str
    span: Span


class Flag(NamedTuple):
    """``--name=value`` before an instruction's arguments; ``value`` is None where there is no ``=``."""

    name: str
    value: str | None
    span: Span


class Pair(NamedTuple):
    """One ``key=value`` of ENV, LABEL or ARG.

    ``legacy`` for ``ENV key value``; ``value`` is None for a bare ``ARG key``.
    """

    key: Word
    value: Word | None
    legacy: bool
    span: Span


class Heredoc(NamedTuple):
    """``<<NAME`` and its body.

    ``expand`` is false where the name is quoted, ``chomp`` true for ``<<-``, ``fd`` the file descriptor written before
    it. ``body`` is the text between the marker's line and the closing line, as written (tabs kept).
    """

    name: str
    expand: bool
    chomp: bool
    fd: int
    span: Span
    body: str
    body_span: Span


class Directive(NamedTuple):
    """A parser directive such as ``# syntax=…``, ``# escape=…`` or ``# check=…``; ``name`` in lower case."""

    span: Span
    name: str
    value: str


class Comment(NamedTuple):
    """A comment line outside any instruction; ``text`` without the ``#`` and the blanks around it."""

    span: Span
    text: str


class Blank(NamedTuple):
    """Empty lines, or text that BuildKit passes over without a word (a byte order mark)."""

    span: Span


class Instruction(NamedTuple):
    """One instruction, its continuations and its heredocs.

    Attributes:
        span: the whole tile, from the line's first character to behind the last line's newline.
        extent: from the keyword's first character to behind the last meaningful one (heredocs included).
        keyword: upper case. ``written`` is how the file has it.
        flags: in order.
        body: what follows the keyword and the flags, joined.
        words: the arguments, split as BuildKit splits them for this instruction: at blanks (FROM, COPY, ADD, EXPOSE,
            VOLUME, or the strings of their JSON form), or the whole text as one word (RUN, CMD, ENTRYPOINT, WORKDIR,
            USER, …). For HEALTHCHECK the word ``CMD`` or ``NONE``, then the command. Empty for ENV, LABEL and ARG,
            which have ``pairs``, and for ONBUILD, which has a ``trigger``.
        exec: the strings of the JSON form, or None where the arguments are not valid JSON (the shell form). For
            HEALTHCHECK those behind ``CMD``.
        pairs: for ENV, LABEL and ARG.
        heredocs: in order.
        trigger: the instruction inside ONBUILD.
        comments: inside the continuations, in order.
        above: the comments directly above, with no blank line between, nearest last.
        empty_continuations: the lines (from 1) that are blank inside a continuation, which BuildKit warns about.
        stage: the index of the stage it belongs to, or -1 before the first FROM.
    """

    span: Span
    extent: Span
    keyword: str
    written: str
    keyword_span: Span
    flags: tuple[Flag, ...]
    body: Joined
    words: tuple[Word, ...] = ()
    exec: tuple[Word, ...] | None = None
    pairs: tuple[Pair, ...] = ()
    heredocs: tuple[Heredoc, ...] = ()
    trigger: Instruction | None = None
    comments: tuple[Comment, ...] = ()
    above: tuple[Comment, ...] = ()
    empty_continuations: tuple[int, ...] = ()
    stage: int = -1

    def flag(self, name: str) -> str | None:
        """The value of the last ``--name=value``, or None."""
        for flag in reversed(self.flags):
            if flag.name == name:
                return flag.value
        return None

    @property
    def shell_text(self) -> Joined | None:
        """The shell command of RUN, CMD, ENTRYPOINT or HEALTHCHECK CMD, or None where there is none to parse."""
        if self.exec is not None or not self.words:
            return None
        if self.keyword in ("RUN", "CMD", "ENTRYPOINT"):
            return self.body
        if self.keyword == "HEALTHCHECK" and len(self.words) > 1 and self.words[0].text.upper() == "CMD":
            return self.body.part(self.body.text.index(self.words[1].text, 3), len(self.body.text))
        return None


Node = Directive | Comment | Blank | Instruction


@dataclass(frozen=True, slots=True)
class Stage:
    """A build stage: its FROM and what follows up to the next.

    ``name`` is the alias as written, or None. ``image`` is the word after FROM, ``base`` the same with the defaults of
    the global ARGs in place of the variables (those without a default stay as written). ``parent`` is the index of the
    earlier stage that it starts from, or None for an image from outside. ``start`` is the FROM itself,
    ``instructions`` those behind it, up to the next FROM.
    """

    index: int
    name: str | None
    name_span: Span | None
    image: Word
    base: str
    platform: str | None
    parent: int | None
    start: Instruction
    instructions: tuple[Instruction, ...]


class Problem(NamedTuple):
    """Something BuildKit would refuse: what, where, and what to write instead."""

    message: str
    hint: str
    span: Span


@dataclass(frozen=True)
class Dockerfile:
    """A parsed Dockerfile. ``instructions`` leaves out what stands inside ONBUILD (see ``Instruction.trigger``)."""

    text: str
    nodes: tuple[Node, ...]
    stages: tuple[Stage, ...]
    problems: tuple[Problem, ...]
    escape: Literal["\\", "`"] = "\\"
    newlines: tuple[int, ...] = field(default=(), repr=False)

    @cached_property
    def instructions(self) -> tuple[Instruction, ...]:
        """The instructions in order, those before the first FROM included."""
        return tuple(node for node in self.nodes if isinstance(node, Instruction))

    @cached_property
    def directives(self) -> dict[str, str]:
        """Parser directives by name."""
        return {node.name: node.value for node in self.nodes if isinstance(node, Directive)}

    def position(self, offset: int) -> Position:
        """The line and column of a character offset."""
        line = bisect_right(self.newlines, offset - 1)
        start = self.newlines[line - 1] + 1 if line else 0
        return Position(line + 1, offset - start + 1)

    def line_text(self, line: int) -> str:
        """Line ``line`` (from 1) without its line ending."""
        start = self.newlines[line - 2] + 1 if line > 1 else 0
        end = self.newlines[line - 1] if line - 1 < len(self.newlines) else len(self.text)
        return self.text[start:end].rstrip("\r")
