"""What a shell script of the project's starts in the background before the program: ``python api.py &``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.facts.outside import Companion
from dockerize_ml.facts.words.behind import is_python
from dockerize_ml.facts.words.unfilled import has_unfilled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

_SCRIPT = ".sh"


def companions(survey: Survey, file: str) -> tuple[Companion, ...]:
    """Each in the script's order, by the first script that ends with the program.

    Args:
        survey: of the project.
        file: the program's.
    """
    scripts = dict.fromkeys(
        each.command.at.path for each in survey.spoken.mentioned if each.command.at.path.endswith(_SCRIPT)
    )
    return next((found for script in scripts if (found := tuple(_in_script(survey, script, file)))), ())


def _in_script(survey: Survey, script: str, file: str) -> Iterator[Companion]:
    told = [each for each in survey.spoken.mentioned if each.command.at.path == script]
    if not told or told[-1].file != file or told[-1].command.is_behind:
        return
    for each in told[:-1]:
        command = each.command
        if command.is_behind and each.file != file and not has_unfilled(command.argv):
            first, *words = command.argv
            yield Companion(
                words=("python" if is_python(first) else first, *words),
                workdir=command.workdir,
                file=each.file,
                evidence=survey.quote(command.at),
            )
