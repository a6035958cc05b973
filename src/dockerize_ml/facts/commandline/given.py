"""The words that a project's own description of its runs gives a job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.facts.commandline.make import given_by_make
from dockerize_ml.facts.commandline.readme import given_by_readme
from dockerize_ml.facts.commandline.steps import given_by_steps
from dockerize_ml.facts.commandline.wordless import wordless
from dockerize_ml.facts.outside import Given
from dockerize_ml.facts.words.behind import behind
from dockerize_ml.facts.words.readers.mlproject import SAYS

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey


def given(survey: Survey) -> Given | None:
    """What stands behind the file in MLproject's command, in DVC's stages or a shell script that runs it.

    Else in a Makefile's or a README's where the program asks for words. None for nothing, or with a parameter that has
    no default.
    """
    program = survey.program
    if program is None or program.kind != "job" or program.arguments:
        return None
    for mentioned in survey.spoken.mentioned:
        if mentioned.command.says == SAYS and mentioned.file == program.file:
            words = behind(mentioned.command.argv)
            is_whole = words and not any("{" in word for word in words)
            return Given(words=words, evidence=survey.quote(mentioned.command.at)) if is_whole else None
    steps = given_by_steps(survey)
    return steps or ((given_by_make(survey) or given_by_readme(survey)) if wordless(survey) else None)
