"""Commands that follow one another share a layer: what one leaves behind and the next removes is in no image."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from dockerize_ml.knowledge.build_tools import build_tool
from dockerize_ml.plan.model import Install, Layer, Mount, Run, Shell, Step, Tool, Venv, Workdir

_UV = "uv installs what pip installs, several times faster; it is there for this step only."


def shared(steps: Iterable[Step]) -> Iterator[Step]:
    """The steps, with every run of shell commands in one."""
    for is_command, together in groupby(steps, key=lambda step: isinstance(step, Shell)):
        grouped = tuple(together)
        yield from (_layer(grouped),) if is_command else grouped


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
    told = (_UV,) if any(mount.target == "/bin/uv" for mount in mounts) else ()
    return Layer(
        commands=commands,
        mounts=tuple(mounts),
        why=tuple(dict.fromkeys((*told, *(line for command in commands for line in command.why)))),
    )


def _mounts(command: Shell) -> Iterator[Mount]:
    match command:
        case Venv(installer="uv") | Install(installer="uv") | Tool(installer="uv") | Run(words=("uv", *_)):
            yield Mount(kind="bind", origin=build_tool("uv").image or "", source="/uv", target="/bin/uv")
    if isinstance(command, Install) and command.cache_mount:
        yield Mount(kind="cache", target=f"/root/.cache/{command.installer}")
    yield from command.mounts
