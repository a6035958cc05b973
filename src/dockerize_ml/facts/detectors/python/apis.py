"""What the program uses of packages that only their old releases have, where no manifest names the release."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.python.word import Bound, Force
from dockerize_ml.facts.finding.old_uses import old_uses
from dockerize_ml.facts.model import Evidence
from dockerize_ml.knowledge.wheels import pythons_for

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey

_MOST_FILES = 400


def words(survey: "Survey") -> Iterator[Bound]:
    """For each such use the Pythons that the old releases have wheels for."""
    files = survey.program_files[:_MOST_FILES]
    for api, at, used in old_uses((path, survey.source.text(path)) for path in files):
        asked = [survey.requirements[each] for each in api.distributions if each in survey.requirements]
        name = asked[0].name if asked else api.distributions[0]
        known = pythons_for(name, api.versions)
        if any(each.specifier for each in asked) or known is None or known.highest is None:
            continue
        says = f"`{used}` {api.why}; {name}{api.versions} fits Python up to {known.highest}"
        evidence = Evidence(path=at.path, line=at.line, reason=says)
        yield Bound(f"<={known.highest}.9999", evidence, Force.WHEELS)
