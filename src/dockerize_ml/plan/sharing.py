"""Commands that follow one another share a layer: what one leaves behind and the next removes is in no image."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from dockerize_ml.knowledge.build_tools import build_tool
from dockerize_ml.plan.model import Install, Layer, Mount, Run, Shell, Step, Tool, Venv, Workdir

# A requirement that leaves every version open; a path such as `.` is none.
_BARE = re.compile(r"[A-Za-z0-9][\w.-]*(?:\[[^]]*\])?")
_UV_TARGET = "/bin/uv"
_UV = "uv installs what pip installs, several times faster; it is mounted and stays in no layer."


def shared(steps: Iterable[Step]) -> Iterator[Step]:
    """The steps, with every run of shell commands in one; what uv is doing there is said once."""
    told = False
    for is_command, together in groupby(steps, key=lambda step: isinstance(step, Shell)):
        grouped = tuple(together)
        if not is_command:
            yield from grouped
            told = told or any(_UV in step.why for step in grouped)
            continue
        layer = _layer(grouped)
        yield layer if told or not _has_uv(layer) else layer.model_copy(update={"why": (_UV, *layer.why)})
        told = told or _has_uv(layer)


def moved_once(steps: Iterable[Step]) -> Iterator[Step]:
    """The steps without a WORKDIR that names the folder they are in already."""
    current = ""
    for step in steps:
        if isinstance(step, Workdir):
            if step.path == current:
                continue
            current = step.path
        yield step


def _layer(steps: Iterable[Step]) -> Layer:
    commands = tuple(step for step in steps if isinstance(step, Shell))
    mounts = dict.fromkeys(mount for command in commands for mount in _mounts(command))
    why = dict.fromkeys(line for command in commands for line in command.why)
    bare = (package for command in commands if isinstance(command, Install) for package in command.packages)
    unpinned = any(map(_BARE.fullmatch, bare))
    newest = any(isinstance(command, Run) and command.newest for command in commands)
    return Layer(commands=commands, mounts=tuple(mounts), unpinned=unpinned, newest=newest, why=tuple(why))


def _has_uv(layer: Layer) -> bool:
    return any(mount.target == _UV_TARGET for mount in layer.mounts)


def _mounts(command: Shell) -> Iterator[Mount]:
    match command:
        case Venv(installer="uv") | Install(installer="uv") | Tool(installer="uv") | Run(words=("uv", *_)):
            yield Mount(kind="bind", origin=build_tool("uv").image or "", source="/uv", target=_UV_TARGET)
    if isinstance(command, Install) and command.cache_mount:
        yield Mount(kind="cache", target=f"/root/.cache/{command.installer}")
    yield from command.mounts
