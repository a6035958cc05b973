"""What holds at each instruction: the shell, the user and the working directory, inherited from stage to stage."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dockerize_ml.dockerfile.nodes import Dockerfile, Instruction

DEFAULT_SHELL = ("/bin/sh", "-c")


class State(NamedTuple):
    """What holds just before an instruction is carried out.

    Attributes:
        shell: the words of SHELL, or of the shell that a pragma names.
        user: the last USER of this stage and those it starts from, or None where no one was named.
        workdir: the last WORKDIR likewise, as written.
        user_set_by: the instruction that set the user.
        shell_set_by: the instruction that set the shell.
    """

    shell: tuple[str, ...] = DEFAULT_SHELL
    user: str | None = None
    workdir: str | None = None
    user_set_by: Instruction | None = None
    shell_set_by: Instruction | None = None

    def after(self, instruction: Instruction) -> State:
        """What holds once ``instruction`` was carried out."""
        match instruction.keyword:
            case "SHELL" if instruction.exec:
                words = tuple(word.value for word in instruction.exec)
                return self._replace(shell=words, shell_set_by=instruction)
            case "USER" if instruction.words:
                return self._replace(user=instruction.words[0].value, user_set_by=instruction)
            case "WORKDIR" if instruction.body.text.strip():
                return self._replace(workdir=instruction.body.text.strip().strip("\"'"))
        return self


def states(
    file: Dockerfile, shells: Iterable[tuple[int, tuple[str, ...]]]
) -> tuple[dict[int, State], tuple[State, ...]]:
    """The state before each instruction, keyed by where it starts, and the one after each stage.

    ``shells`` are the shells that pragmas name, by the index of the stage.
    """
    named = dict(shells)
    before: dict[int, State] = {}
    after: list[State] = []
    for stage in file.stages:
        state = State() if stage.parent is None else after[stage.parent]
        if stage.index in named:
            state = state._replace(shell=named[stage.index])
        triggered = state
        for instruction in stage.instructions:
            before[instruction.extent.start] = state
            state = state.after(instruction)
            triggered = triggered.after(instruction.trigger or instruction)
            if instruction.trigger is not None:
                before[instruction.trigger.extent.start] = triggered
        after.append(state)
    return before, tuple(after)
