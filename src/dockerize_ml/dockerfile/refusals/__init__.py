"""What BuildKit refuses in a Dockerfile that could be taken apart: one module per kind of mistake.

Only what is refused whatever the build arguments and the base images are: where they decide, nobody is accused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.dockerfile.refusals.arguments import refused_arguments
from dockerize_ml.dockerfile.refusals.context import Context
from dockerize_ml.dockerfile.refusals.copied import refused_copy
from dockerize_ml.dockerfile.refusals.flags import refused_flags
from dockerize_ml.dockerfile.refusals.health import refused_health
from dockerize_ml.dockerfile.refusals.layout import refused_layout
from dockerize_ml.dockerfile.refusals.mounts import refused_mounts
from dockerize_ml.dockerfile.refusals.parent import refused_parent
from dockerize_ml.dockerfile.refusals.ports import refused_ports
from dockerize_ml.dockerfile.refusals.signals import refused_signal
from dockerize_ml.dockerfile.refusals.syntax import refused_syntax
from dockerize_ml.dockerfile.refusals.variables import refused_variables
from dockerize_ml.dockerfile.scope import walk_scopes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dockerize_ml.dockerfile.nodes import Dockerfile, Instruction, Problem

    Refusal = Callable[[Instruction, Context], Iterator[Problem]]

_OF_ALL: tuple[Refusal, ...] = (refused_syntax, refused_arguments, refused_flags, refused_variables)
_BY_KEYWORD: dict[str, Refusal] = {
    "ADD": refused_copy,
    "COPY": refused_copy,
    "EXPOSE": refused_ports,
    "FROM": refused_parent,
    "HEALTHCHECK": refused_health,
    "RUN": refused_mounts,
    "STOPSIGNAL": refused_signal,
}


def refusals(dockerfile: Dockerfile) -> Iterator[Problem]:
    """What BuildKit would refuse, instruction by instruction."""
    yield from refused_layout(dockerfile)
    # Kept up while walking, so that no instruction has to look at all others.
    named = {stage.name.lower(): stage for stage in dockerfile.stages if stage.name is not None}
    workdirs: dict[int | None, bool] = {}
    has_frontend = "syntax" in dockerfile.directives
    for instruction, scope in walk_scopes(dockerfile):
        index = instruction.stage
        if instruction.keyword == "FROM":
            workdirs[index] = workdirs.get(dockerfile.stages[index].parent, False)
        elif instruction.keyword == "WORKDIR":
            workdirs[index] = True
        context = Context(
            dockerfile.stages, named, scope, dockerfile.escape, has_frontend, has_workdir=workdirs.get(index, False)
        )
        for refused in _OF_ALL:
            yield from refused(instruction, context)
        if refused_here := _BY_KEYWORD.get(instruction.keyword):
            yield from refused_here(instruction, context)
