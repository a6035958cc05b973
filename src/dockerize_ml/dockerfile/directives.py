"""Parser directives: ``# syntax=…``, ``# escape=…`` and ``# check=…`` before anything else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.dockerfile.lines import content
from dockerize_ml.dockerfile.nodes import Directive, Problem, Span
from dockerize_ml.dockerfile.spaces import SPACES

if TYPE_CHECKING:
    from dockerize_ml.dockerfile.lines import Lines

KNOWN = frozenset({"syntax", "escape", "check"})
ESCAPES = ("\\", "`")

_DIRECTIVE = re.compile(r"#[\t\n\f\r ]*([A-Za-z][A-Za-z0-9]*)[\t\n\f\r ]*=[\t\n\f\r ]*(.+?)[\t\n\f\r ]*\Z", re.DOTALL)


def read_directives(lines: Lines) -> tuple[list[Directive], list[Problem]]:
    """Read the directives at the head of a file; ``lines`` is left behind the last one."""
    found: dict[str, Directive] = {}
    problems: list[Problem] = []
    at = lines.at
    while at < len(lines.raw):
        line = content(lines.raw[at]).lstrip(SPACES)
        match = _DIRECTIVE.match(line)
        if match is None:
            break
        name, value = match[1].lower(), match[2]
        at += 1
        # An unknown name does not end the head: directives behind it still count.
        if name not in KNOWN:
            continue
        span = Span(lines.starts[at - 1], lines.starts[at])
        if name in found:
            problems.append(_repeated(name, span))
            continue
        found[name] = Directive(span, name, value)
        if name == "escape" and value not in ESCAPES:
            problems.append(_bad_escape(value, span))
    return list(found.values()), problems


def _repeated(name: str, span: Span) -> Problem:
    return Problem(f"only one `{name}` parser directive can be used", f"Keep one `# {name}=` line.", span)


def _bad_escape(value: str, span: Span) -> Problem:
    return Problem(
        f"`{value}` cannot be the escape character", "Write `# escape=\\` or `# escape=` with a backtick.", span
    )
