"""The file that is meant to be run, where no file shows that it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.script_program import script_program
from dockerize_ml.facts.program import Reason
from dockerize_ml.facts.source.aside import aside
from dockerize_ml.knowledge.entry_names import UNKNOWN_RANK, entry_rank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.survey import Survey

# An example is not meant where there is anything else, and a test never is.
_SELDOM, _NEVER = -40, -60


def last_resort(survey: Survey) -> Iterator[Program]:
    """The one file that there is, or those that are named like an entry; somebody else calls what they define."""
    files = _meant(survey, _SELDOM) or _meant(survey, _NEVER)
    for path in files:
        if len(files) > 1 and entry_rank(path.rpartition("/")[2])[0] >= UNKNOWN_RANK:
            continue
        shows = "named like an entry" if len(files) > 1 else "the only source there is"
        yield script_program(survey, path, shows, Reason(points=-30, text="nothing in it shows that it is run"))


def _meant(survey: Survey, above: int) -> list[str]:
    """The files that nothing, or less than so much, speaks against."""
    files = (path for path in survey.source.program_files if not path.endswith("__init__.py"))
    return [path for path in files if (beside := aside(path)) is None or beside.points > above]
