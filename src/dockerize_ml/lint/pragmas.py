"""Comments that switch rules off: hadolint's, BuildKit's and our own, read into one kind of value.

# hadolint ignore=DL3006,SC2086          the instruction below       # hadolint stage ignore=…    the stage below
# hadolint global ignore=…               the whole file              # hadolint shell=powershell  the stage's shell
# check=skip=JSONArgsRecommended;…       the file as a directive, the instruction below as a comment
# dockerize-ml: ignore=DL3006 -- why     the instruction below; `stage ignore` and `global ignore` as above
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Literal, NamedTuple

from dockerize_ml.dockerfile.nodes import Comment, Dockerfile, Instruction, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

Origin = Literal["hadolint", "check", "dockerize-ml"]

_HADOLINT = re.compile(r"hadolint\s+(?:(?P<reach>global|stage)\s+)?ignore\s*=\s*(?P<codes>[^#]*)")
_OURS = re.compile(r"dockerize-ml:\s*(?:(?P<reach>global|stage)\s+)?ignore\s*=\s*(?P<codes>.*?)(?:\s+--\s.*|\s*)$")
_SHELL = re.compile(r"hadolint\s+shell\s*=\s*(?P<shell>\S+)")
_CHECK = re.compile(r"check\s*=\s*(?P<options>.*?)(?:\s+//.*)?$", re.IGNORECASE)

ALL = "all"
"""What ``check=skip=all`` names: every check of BuildKit."""


class Pragma(NamedTuple):
    """One comment that switches rules off.

    Attributes:
        origin: whose language it is written in.
        span: the comment.
        codes: what it names, as written.
        reach: the part of the file it speaks of; None where nothing follows that it could speak of.
        is_inline: whether it is for one instruction, not for a stage or the file.
    """

    origin: Origin
    span: Span
    codes: tuple[str, ...]
    reach: Span | None
    is_inline: bool = True

    def covers(self, offset: int) -> bool:
        """Whether it speaks of the place."""
        return self.reach is not None and self.reach.start <= offset < max(self.reach.end, self.reach.start + 1)


class Pragmas(NamedTuple):
    """All that the comments of a file say to the linter.

    Attributes:
        ignores: in order.
        shells: the shells they name, by the index of the stage.
        experimental: the experimental checks of BuildKit that ``check=`` asks for.
        strict: whether ``check=error=true`` makes BuildKit's checks fail the build.
    """

    ignores: tuple[Pragma, ...] = ()
    shells: tuple[tuple[int, tuple[str, ...]], ...] = ()
    experimental: tuple[str, ...] = ()
    strict: bool = False


def read_pragmas(file: Dockerfile) -> Pragmas:
    """Read the comments of a file."""
    if "check" not in file.directives and not any(mark in file.text for mark in ("hadolint", "check", "dockerize-ml:")):
        return Pragmas()
    options = _options(file.directives.get("check", ""))
    return Pragmas(
        ignores=tuple(sorted((*_directive(file), *_ignores(file)), key=lambda pragma: pragma.span.start)),
        shells=tuple(_shells(file)),
        experimental=_names(options.get("experimental", "")),
        strict=options.get("error", "").strip().lower() in {"true", "1"},
    )


def _directive(file: Dockerfile) -> Iterator[Pragma]:
    """``# check=skip=…`` as a parser directive, which speaks of the whole file."""
    for node in file.nodes:
        if getattr(node, "name", None) != "check" or isinstance(node, Comment | Instruction):
            continue
        codes = _checks(_options(file.directives["check"]).get("skip", ""))
        if codes:
            yield Pragma("check", _trimmed(node.span, file), codes, Span(0, len(file.text)), is_inline=False)


def _ignores(file: Dockerfile) -> Iterator[Pragma]:
    for comment, instruction in _comments(file):
        if ours := _OURS.match(comment.text):
            yield _ignore("dockerize-ml", comment, ours, instruction, file)
        elif theirs := _HADOLINT.match(comment.text):
            yield _ignore("hadolint", comment, theirs, instruction, file)
        elif instruction is not None and (check := _CHECK.match(comment.text)):
            codes = _checks(_options(check["options"]).get("skip", ""))
            if codes:
                yield Pragma("check", _trimmed(comment.span, file), codes, instruction.span)


def _trimmed(span: Span, file: Dockerfile) -> Span:
    """The comment without the blanks and the newline around it."""
    text = file.text[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, span.start + len(text.rstrip()))


def _comments(file: Dockerfile) -> Iterator[tuple[Comment, Instruction | None]]:
    """Every comment with the instruction it stands directly above, or inside of."""
    above = {comment.span.start: node for node in file.instructions for comment in node.above}
    for node in file.nodes:
        if isinstance(node, Comment):
            yield node, above.get(node.span.start)
        if isinstance(node, Instruction):
            yield from ((comment, node) for comment in node.comments)


def _ignore(
    origin: Origin, comment: Comment, match: re.Match[str], instruction: Instruction | None, file: Dockerfile
) -> Pragma:
    span, codes = _trimmed(comment.span, file), _names(match["codes"])
    match match["reach"]:
        case "global":
            return Pragma(origin, span, codes, Span(0, len(file.text)), is_inline=False)
        case "stage":
            return Pragma(origin, span, codes, _stage_from(instruction or _next(comment, file), file), is_inline=False)
        case _:
            return Pragma(origin, span, codes, instruction and instruction.span)


def _next(comment: Comment, file: Dockerfile) -> Instruction | None:
    """The instruction below, however far."""
    at = bisect_left(file.instructions, comment.span.start, key=lambda instruction: instruction.extent.start)
    return file.instructions[at] if at < len(file.instructions) else None


def _stage_from(instruction: Instruction | None, file: Dockerfile) -> Span | None:
    """The instruction's stage from there on."""
    if instruction is None or instruction.stage < 0:
        return instruction and instruction.span
    stage = file.stages[instruction.stage]
    last = stage.instructions[-1] if stage.instructions else stage.start
    return Span(instruction.span.start, last.span.end)


def _shells(file: Dockerfile) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The shell that a comment names: above the first FROM for every stage, below it for its own."""
    for comment, _ in _comments(file):
        match = _SHELL.match(comment.text)
        if match is None:
            continue
        stage = sum(stage.start.extent.start < comment.span.start for stage in file.stages) - 1
        for index in range(len(file.stages)) if stage < 0 else (stage,):
            yield index, (match["shell"],)


def _options(text: str) -> dict[str, str]:
    """``skip=A,B;error=true`` as a table."""
    parts = (part.strip().partition("=") for part in text.split(";"))
    return {key.strip().lower(): value for key, _, value in parts}


def _checks(text: str) -> tuple[str, ...]:
    """The names of checks, with the blanks that keep BuildKit from knowing them."""
    return tuple(name for name in text.split(",") if name.strip())


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())
