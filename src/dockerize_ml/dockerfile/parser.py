"""Text to tree: the loop over the lines of a Dockerfile."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from dockerize_ml.dockerfile.directives import read_directives
from dockerize_ml.dockerfile.heredocs import read_body
from dockerize_ml.dockerfile.instructions import markers_of, read_parts
from dockerize_ml.dockerfile.lines import Lines, comment_at, content, read_logical_line
from dockerize_ml.dockerfile.nodes import Blank, Comment, Directive, Dockerfile, Heredoc, Instruction, Problem, Span
from dockerize_ml.dockerfile.refusals import refusals
from dockerize_ml.dockerfile.source import BYTE_ORDER_MARK
from dockerize_ml.dockerfile.spaces import SPACES
from dockerize_ml.dockerfile.stages import read_stages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.dockerfile.instructions import Parts
    from dockerize_ml.dockerfile.nodes import Joined, Node


def parse(text: str) -> Dockerfile:
    """Parse a Dockerfile, however broken: what BuildKit would refuse is in ``problems``, and parsing goes on behind."""
    reading = _Reading.of(text)
    nodes = tuple(reading.nodes())
    stages = read_stages(nodes, reading.escape)
    readable = Dockerfile(text, nodes, stages, (), reading.escape, reading.newlines)
    problems = sorted((*reading.problems, *refusals(readable)), key=lambda problem: problem.span.start)
    return replace(readable, problems=tuple(problems))


@dataclass(slots=True)
class _Reading:
    """What is known while a file is read."""

    lines: Lines
    head: dict[int, Directive]
    bom: bool
    problems: list[Problem]
    escape: Literal["\\", "`"]
    above: list[Comment] = field(default_factory=list)
    stage: int = -1

    @classmethod
    def of(cls, text: str) -> _Reading:
        lines = Lines.of(text)
        bom = text.startswith(BYTE_ORDER_MARK)
        if bom:
            # The mark is a tile of its own: the first line begins behind it.
            lines.raw[0] = lines.raw[0][1:]
            lines.starts[0] = 1
        directives, problems = read_directives(lines)
        head = {directive.span.start: directive for directive in directives}
        escape: Literal["\\", "`"] = "`" if any(d.name == "escape" and d.value == "`" for d in directives) else "\\"
        if span := lines.too_long():
            problems.append(Problem("a line is longer than 65,535 bytes", "Break it up with continuations.", span))
        return cls(lines, head, bom, problems, escape)

    @property
    def newlines(self) -> tuple[int, ...]:
        ends = self.lines.starts[1:]
        if self.lines.raw and not self.lines.raw[-1].endswith("\n"):
            ends = ends[:-1]
        return tuple(end - 1 for end in ends)

    def nodes(self) -> Iterator[Node]:
        if self.bom:
            yield Blank(Span(0, 1))
        while self.lines.more:
            yield self._node()

    def _node(self) -> Node:
        start = self.lines.offset
        if directive := self.head.get(start):
            self.lines.at += 1
            return directive
        line = self.lines.raw[self.lines.at]
        bare = content(line).lstrip(SPACES)
        if not bare:
            return self._blank(start)
        if bare[0] == "#" and (comment := comment_at(line, start)):
            self.lines.at += 1
            whole = comment._replace(span=Span(start, start + len(line)))
            self.above.append(whole)
            return whole
        return self._instruction(start)

    def _blank(self, start: int) -> Blank:
        self.above.clear()
        while self.lines.more and not content(self.lines.raw[self.lines.at]).lstrip(SPACES):
            self.lines.at += 1
        return Blank(Span(start, self.lines.starts[self.lines.at]))

    def _instruction(self, start: int) -> Instruction:
        line = read_logical_line(self.lines, self.escape)
        parts = read_parts(line.joined, self.escape)
        heredocs = tuple(self._heredocs(parts, line.joined))
        self.stage += parts.keyword == "FROM"
        above = tuple(self.above)
        self.above.clear()
        return Instruction(
            span=Span(start, self.lines.starts[self.lines.at]),
            extent=Span(parts.extent.start, self._end(parts, heredocs)),
            keyword=parts.keyword,
            written=parts.written,
            keyword_span=parts.keyword_span,
            flags=parts.flags,
            body=parts.body,
            words=parts.words,
            exec=parts.exec,
            pairs=parts.pairs,
            heredocs=heredocs,
            trigger=parts.trigger_instruction(heredocs, self.stage),
            comments=line.comments,
            above=above,
            empty_continuations=line.empty,
            stage=self.stage,
        )

    def _heredocs(self, parts: Parts, joined: Joined) -> Iterator[Heredoc]:
        for marker in markers_of(parts, joined):
            heredoc, closed = read_body(self.lines, marker)
            yield heredoc
            if not closed:
                hint = f"Close it with a line that holds only `{marker.name}`."
                self.problems.append(Problem("unterminated heredoc", hint, marker.span))

    def _end(self, parts: Parts, heredocs: tuple[Heredoc, ...]) -> int:
        if not heredocs:
            return parts.extent.end
        line = self.lines.at - 1
        return self.lines.starts[line] + len(content(self.lines.raw[line]))
