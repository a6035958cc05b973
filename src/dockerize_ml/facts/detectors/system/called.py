"""The Debian packages of the programs that the code calls."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.programs_called import programs_called
from dockerize_ml.facts.detectors.system.need import Need

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey


def of_programs(survey: "Survey") -> Iterator[Need]:
    """One package per program, with the call as evidence."""
    for program in programs_called(survey):
        if program.package is not None:
            reason = f"{program.package}: the code calls `{program.name}`"
            yield Need(program.package, replace(program.evidence, reason=reason))
