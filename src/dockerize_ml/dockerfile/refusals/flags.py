"""The flags of each instruction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from dockerize_ml.dockerfile.instructions import KEYWORDS
from dockerize_ml.dockerfile.nodes import Problem
from dockerize_ml.dockerfile.refusals.suggestion import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.dockerfile.nodes import Flag, Instruction
    from dockerize_ml.dockerfile.refusals.context import Context

Kind = Literal["text", "many", "switch"]

FLAGS: dict[str, dict[str, Kind]] = {
    "ADD": {
        "checksum": "text", "chmod": "text", "chown": "text", "exclude": "many", "keep-git-dir": "switch",
        "link": "switch", "unpack": "switch",
    },
    "COPY": {"chmod": "text", "chown": "text", "exclude": "many", "from": "text", "link": "switch"},
    "FROM": {"platform": "text"},
    "HEALTHCHECK": {
        "interval": "text", "retries": "text", "start-interval": "text", "start-period": "text", "timeout": "text",
    },
    "RUN": {"mount": "many", "network": "text"},
}  # fmt: skip
"""What the engine's own frontend knows; ``many`` may be given again."""

NEWER_FLAGS: dict[str, dict[str, Kind]] = {
    "COPY": {"parents": "switch"},
    "RUN": {"device": "many", "security": "text"},
}
"""What a frontend asked for with ``# syntax=`` may know besides."""

NETWORKS = ("default", "none", "host")


def refused_flags(instruction: Instruction, context: Context) -> Iterator[Problem]:
    """Say which flags are unknown, given twice, or have the wrong kind of value."""
    if not instruction.flags or instruction.keyword not in KEYWORDS or _takes_any(instruction):
        return
    known = dict(FLAGS.get(instruction.keyword, {}))
    if context.has_frontend:
        known |= NEWER_FLAGS.get(instruction.keyword, {})
    seen: set[str] = set()
    for flag in instruction.flags:
        yield from _refused(instruction, flag, known, seen)
        seen.add(flag.name)


def _takes_any(instruction: Instruction) -> bool:
    """BuildKit reads no flags of a HEALTHCHECK that turns the check off."""
    off = instruction.keyword == "HEALTHCHECK" and instruction.words[:1]
    return bool(off) and instruction.words[0].text.upper() == "NONE"


def _refused(instruction: Instruction, flag: Flag, known: dict[str, Kind], seen: set[str]) -> Iterator[Problem]:
    kind = known.get(flag.name)
    if kind is None:
        yield _unknown(instruction, flag, known)
        return
    if flag.name in seen and kind != "many":
        yield Problem(f"`--{flag.name}` is given twice", "Keep one of them.", flag.span)
    if flag.value is None and kind != "switch":
        yield Problem(f"`--{flag.name}` has no value", f"Write `--{flag.name}=…` in one word.", flag.span)
    elif kind == "switch" and flag.value is not None and flag.value.lower() not in ("true", "false"):
        hint = f"Write `--{flag.name}` or `--{flag.name}=false`."
        yield Problem(f"`--{flag.name}` is either true or false", hint, flag.span)
    if flag.name == "network" and flag.value is not None and flag.value not in NETWORKS:
        yield Problem(f"`{flag.value}` is no network of a build", f"Choose from {', '.join(NETWORKS)}.", flag.span)


def _unknown(instruction: Instruction, flag: Flag, known: dict[str, Kind]) -> Problem:
    meant = nearest(flag.name, known)
    hint = f"Did you mean `--{meant}`?" if meant else _known(instruction.keyword, known)
    return Problem(f"`{instruction.keyword}` has no flag `--{flag.name}`", hint, flag.span)


def _known(keyword: str, known: dict[str, Kind]) -> str:
    if not known:
        return f"`{keyword}` takes no flags."
    return f"`{keyword}` takes {', '.join(f'`--{name}`' for name in sorted(known))}."
