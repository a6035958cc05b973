"""Whether the project's README types a verb of its program: ``overc-clips serve``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.declared import declared
from dockerize_ml.facts.words.readers.readme import is_readme
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from dockerize_ml.facts.commandline.verb import Verb
    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.survey import Survey


def told_verb(survey: Survey, program: Program, verb: Verb) -> Place | None:
    """Where it is first typed behind the name of a console script that starts the program; None where it is not."""
    scripts = [each.name for each in declared(survey) if program.file == each.file]
    if not scripts or not verb.words:
        return None
    names, words = "|".join(map(re.escape, scripts)), r"\s+".join(map(re.escape, verb.words))
    typed = re.compile(rf"(?:^|[\s`$>/])(?:{names})\s+{words}(?=[\s`]|$)", re.MULTILINE)
    for path in filter(is_readme, survey.project.files):
        text = survey.text(path)
        found = typed.search(text)
        if found is not None:
            return Place(path, text.count("\n", 0, found.end()) + 1)
    return None
