"""COPY or ADD names a file that `.dockerignore` keeps out of the build.

Why:
    The build fails with "not found", though the file is there for all to see.

Dockerignore:
    *.txt

Before:
    FROM debian:12-slim
    COPY notes.txt /srv/

After:
    FROM debian:12-slim
    COPY notes.md /srv/

Differs:
    BuildKit has this check from 0.27 on (Dockerfile frontend 1.21), before that only as an experiment, so the preset
    `buildkit` leaves it out unless the file asks for it with `# check=experimental=CopyIgnoredFile`. A slash in front
    of the file's name means nothing, as in the build.
"""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from posixpath import normpath
from typing import TYPE_CHECKING

from dockerize_ml.dockerfile.expand import expand
from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._first_line import on_first_line

if TYPE_CHECKING:
    from dockerize_ml.dockerfile.ignore import Ignore
    from dockerize_ml.dockerfile.ignore_pattern import Pattern

_ELSEWHERE = re.compile(r"<<|[a-z][a-z0-9+.-]*://|git@", re.IGNORECASE)
_WILD = re.compile(r"[*?\[]")
_EVERYTHING = frozenset({"*", "**", "**/*"})


@rule("BK019", Level.WARNING, on=("COPY", "ADD"), aliases=("CopyIgnoredFile",), presets=("recommended",))
def no_ignored_source(instruction: Instruction, context: Context) -> Iterator[Hit]:
    ignore = context.ignore
    if ignore is None or instruction.flag("from") is not None:
        return
    for word in instruction.words[:-1]:
        written = word.value if instruction.exec is not None else word.text
        source = expand(written, context.scope(instruction), context.file.escape)
        if "$" in source or _ELSEWHERE.match(source) or not _is_ignored(source, ignore):
            continue
        span = on_first_line(instruction, word.span, context)
        yield Hit(span, f"`.dockerignore` keeps `{source}` out of the build, so it is not found. Change one of them.")


def _is_ignored(source: str, ignore: "Ignore") -> bool:
    path = normpath(source).lstrip("/") or "."
    if path == ".":
        return not ignore.has_exceptions and any(pattern.text in _EVERYTHING for pattern in ignore.patterns)
    return ignore.matches(path) and not any(_may_bring_back(pattern, path) for pattern in ignore.patterns)


def _may_bring_back(pattern: "Pattern", path: str) -> bool:
    """Whether an exception may be for something that the path stands for, or for something in it."""
    if not pattern.exception:
        return False
    written = pattern.text
    return bool(_WILD.search(written)) or written.startswith(f"{path}/") or fnmatchcase(written, path)
