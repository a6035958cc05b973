"""Bottle's application without a name: ``@route`` and ``run(host=…, port=…)``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.scripts import started_scripts
from dockerize_ml.facts.registry import framework

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.survey import Survey


@framework("bottle by hand")
def bottle(survey: Survey) -> Iterator[Program]:
    """Files that start Bottle, where no object of it has a name that a server could take."""
    if not any(made.framework == "bottle" for made in survey.made):
        yield from started_scripts(survey, "bottle", {"run"})
