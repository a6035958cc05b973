"""The packages that conda downloaded stay in the layer.

Why:
    conda keeps each archive and its unpacked copy beside the environment. Nobody installs from them again in the
    image, and a later RUN cannot take them out of this layer.

Before:
    FROM condaforge/miniforge3:24.9.0-0
    RUN conda install -y numpy

After:
    FROM condaforge/miniforge3:24.9.0-0
    RUN conda install -y numpy && conda clean -afy
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction, Span
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._caches import is_kept, left_behind
from dockerize_ml.lint.rules.conda._conda import CONDA, changes

_VERBS = ("install", "create", "update", "upgrade")


@rule("ML203", Level.INFO, on="RUN", words=("conda", "mamba"), onbuild=True)
def conda_cache_left(instruction: Instruction, context: Context) -> Iterator[Hit]:
    if not is_kept(instruction, context) or _is_mounted(instruction, context):
        return
    commands = [call.command for call in changes(instruction, context, *_VERBS)]
    left = list(left_behind(commands, instruction, context, _cleans))
    if left:
        clean = "micromamba clean -afy" if left[-1].name == "micromamba" else f"{left[-1].path} clean -afy"
        message = f"The downloaded packages stay in this layer. Add `&& {clean}`."
        yield Hit(left[-1].span, message, _fix(left[-1], clean) if instruction.exec is None else None)


def _is_mounted(instruction: Instruction, context: Context) -> bool:
    mounted = (mount.target for mount in context.mounts(instruction) if mount.keeps_layer_clean)
    return any("pkgs" in target or "conda" in target or "mamba" in target for target in mounted)


def _cleans(command: Command) -> bool:
    if command.name in CONDA.names:
        return command.has_argument("clean")
    return command.name == "rm" and any("pkgs" in word.value or "conda" in word.value for word in command.arguments)


def _fix(command: Command, clean: str) -> Fix | None:
    """Clean up behind it, where it stands for itself."""
    if command.inside or command.through or command.piped_to or command.after in {"&", "||"}:
        return None
    end = command.span.end
    return Fix("Clean up behind it", safe=True, edits=(Edit(Span(end, end), f" && {clean}"),))
