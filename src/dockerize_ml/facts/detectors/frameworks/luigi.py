"""Luigi: a pipeline that `luigi` runs by the names of its module and of its last task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.facts.program import Program, Reason
from dockerize_ml.facts.registry import framework
from dockerize_ml.facts.words.behind import is_python
from dockerize_ml.facts.words.unfilled import has_unfilled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey
    from dockerize_ml.facts.words.word import Command

_MODULE = "--module"
# Without it the tasks wait for a scheduler that runs on another machine.
_LOCAL = "--local-scheduler"


@framework("luigi")
def luigi(survey: Survey) -> Iterator[Program]:
    """One program for each module that a command of the project's words names, by the first that does."""
    told: set[str] = set()
    for command in survey.spoken.commands:
        words = _behind(command)
        module = words[words.index(_MODULE) + 1] if _MODULE in words[:-1] else ""
        file = survey.source.layout.module_file(command.workdir, module) if module else None
        if file is None or not file.endswith(".py") or file in told or has_unfilled(words):
            continue
        told.add(file)
        yield Program(
            kind="job",
            framework="luigi",
            entrypoint=file if command.workdir == "." else file.removeprefix(f"{command.workdir}/"),
            workdir=command.workdir,
            file=file,
            arguments=words if _LOCAL in words else (*words, _LOCAL),
            because=(survey.quote(command.at),),
            reasons=(Reason(points=command.weight, text=f"{command.at} starts it: {' '.join(command.argv)[:60]}"),),
        )


def _behind(command: Command) -> tuple[str, ...]:
    """The words behind `luigi`; none where the command is another one."""
    match command.argv:
        case (python, "-m", "luigi", *words) if is_python(python):
            return tuple(words)
        case ("luigi", *words):
            return tuple(words)
    return ()
