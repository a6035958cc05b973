"""FROM: the image and the platform."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.dockerfile.image import ImageReference
from dockerize_ml.dockerfile.nodes import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.dockerfile.nodes import Flag, Instruction
    from dockerize_ml.dockerfile.refusals.context import Context

SYSTEMS = frozenset({
    "aix", "android", "darwin", "dragonfly", "freebsd", "hurd", "illumos", "ios", "js", "linux", "macos", "nacl",
    "netbsd", "openbsd", "plan9", "solaris", "windows", "zos",
})  # fmt: skip
ARCHITECTURES = frozenset({
    "386", "aarch64", "amd64", "amd64p32", "arm", "arm64", "arm64be", "armbe", "armel", "armhf", "i386", "loong64",
    "mips", "mips64", "mips64le", "mips64p32", "mips64p32le", "mipsle", "ppc", "ppc64", "ppc64le", "riscv", "riscv64",
    "s390", "s390x", "sparc", "sparc64", "wasm", "x86-64", "x86_64",
})  # fmt: skip

_SYSTEM = re.compile(r"[A-Za-z0-9_-]+(?:\([A-Za-z0-9_.%-]*(?:\+[A-Za-z0-9_.%-]+)*\))?")
_PART = re.compile(r"[A-Za-z0-9_.-]+")


def refused_parent(instruction: Instruction, context: Context) -> Iterator[Problem]:
    """Say what is wrong with the image and the platform of a FROM."""
    for flag in instruction.flags:
        if flag.name == "platform" and flag.value:
            yield from _platform(flag, flag.value, context)
    if not instruction.words or instruction.stage >= len(context.stages):
        return
    word = instruction.words[0]
    image = context.settled(word.text)
    if image is None or context.stages[instruction.stage].parent is not None:
        return
    if not image:
        hint = "Declare it before the first FROM: `ARG NAME=image`."
        yield Problem(f"`{word.text}` is empty: nothing sets it", hint, word.span)
    elif problem := ImageReference.parse(image).problem:
        stage = context.stage_named(image)
        hint = "An image is written `registry/name:tag`, the name in lower case."
        if stage is not None and stage.index < instruction.stage:
            hint = f"FROM finds a stage by its name in lower case only: `FROM {image.lower()}`."
        yield Problem(problem, hint, word.span)


def _platform(flag: Flag, written: str, context: Context) -> Iterator[Problem]:
    platform = context.settled(written)
    if platform == "":
        hint = "Declare it before the first FROM, or use `$BUILDPLATFORM` or `$TARGETPLATFORM`."
        yield Problem(f"`{written}` is empty: nothing sets it", hint, flag.span)
    elif platform is not None and not _is_platform(platform):
        yield Problem(f"`{platform}` is no platform", "Write it like `linux/amd64`.", flag.span)


def _is_platform(text: str) -> bool:
    system, *parts = text.split("/")
    if not _SYSTEM.fullmatch(system) or len(parts) > 2 or not all(_PART.fullmatch(part) for part in parts):
        return False
    name = system.partition("(")[0].lower()
    return bool(parts) or name in SYSTEMS or name in ARCHITECTURES
