"""What the program uses of packages that only their old releases have, where no manifest names the release."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.python.word import Bound, Force
from dockerize_ml.facts.model import Evidence
from dockerize_ml.knowledge.old_apis import OldApi, old_apis
from dockerize_ml.knowledge.wheels import pythons_for

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey

_MOST_FILES = 400


def words(survey: "Survey") -> Iterator[Bound]:
    """For each such use the Pythons that the old releases have wheels for."""
    for api in old_apis():
        asked = survey.requirements.get(api.distribution)
        if asked is None or not asked.specifier:
            yield from _of(survey, api)


def _of(survey: "Survey", api: OldApi) -> Iterator[Bound]:
    """The first use; none where any file shows that newer releases do as well."""
    uses = []
    for path in survey.program_files[:_MOST_FILES]:
        text = survey.source.text(path)
        found = api.used.search(text)
        if found is None:
            continue
        if api.unless.search(text):
            return
        uses.append(Evidence(path=path, line=text.count("\n", 0, found.start()) + 1, reason=found[0]))
    known = pythons_for(api.distribution, api.versions)
    if not uses or known is None or known.highest is None:
        return
    says = f"`{uses[0].reason}` {api.why}; {api.distribution}{api.versions} fits Python up to {known.highest}"
    yield Bound(f"<={known.highest}.9999", replace(uses[0], reason=says), Force.WHEELS)
