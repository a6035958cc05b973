"""Parser directives: ``# syntax=…``, ``# escape=…`` and ``# check=…`` before anything else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.dockerfile.lines import content
from dockerize_ml.dockerfile.nodes import Directive, Problem, Span
from dockerize_ml.dockerfile.spaces import SPACES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.dockerfile.lines import Lines

KNOWN = frozenset({"syntax", "escape", "check"})
ESCAPES = ("\\", "`")
CHECK_OPTIONS = ("skip", "error", "experimental")
BOOLEANS = frozenset({"1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False"})
"""What Go takes for a truth value."""

_BLANKS = "\t\n\f\r "
_DIRECTIVE = re.compile(f"#[{_BLANKS}]*([A-Za-z][A-Za-z0-9]*)[{_BLANKS}]*=")


def read_directives(lines: Lines) -> tuple[list[Directive], list[Problem]]:
    """Read the directives at the head of a file: they end with the first line that is none, or has an unknown name."""
    found: dict[str, Directive] = {}
    problems: list[Problem] = []
    for number in range(lines.at, len(lines.raw)):
        line = content(lines.raw[number]).lstrip(SPACES)
        match = _DIRECTIVE.match(line)
        name, value = (match[1].lower(), line[match.end() :].strip(_BLANKS)) if match else ("", "")
        if name not in KNOWN or not value:
            break
        span = Span(lines.starts[number], lines.starts[number + 1])
        if name in found:
            problems.append(_repeated(name, span))
            continue
        found[name] = Directive(span, name, value)
        problems.extend(_refused(name, value, span))
    return list(found.values()), problems


def _refused(name: str, value: str, span: Span) -> Iterator[Problem]:
    if name == "escape" and value not in ESCAPES:
        hint = "Write `# escape=\\` or `# escape=` with a backtick."
        yield Problem(f"`{value}` cannot be the escape character", hint, span)
    if name != "check":
        return
    for option in check_options(value):
        key, equals, setting = option.partition("=")
        if not equals or key not in CHECK_OPTIONS:
            hint = "Write `skip=`, `error=` or `experimental=`, with `;` and no blank between them."
            yield Problem(f"`{option}` is no option of the check directive", hint, span)
        elif key == "error" and setting not in BOOLEANS:
            yield Problem(f"`{setting}` is neither true nor false", "Write `error=true`.", span)


def check_options(value: str) -> list[str]:
    """The options in a check directive's value: BuildKit reads no further than the first blank."""
    return value.split(" ", 1)[0].split(";")


def _repeated(name: str, span: Span) -> Problem:
    return Problem(f"only one `{name}` parser directive can be used", f"Keep one `# {name}=` line.", span)
