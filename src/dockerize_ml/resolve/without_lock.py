"""What is left to do where no lock could be made: the Python of the project's time, and nothing newer than that."""

from dataclasses import replace

from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.facts.model import Evidence
from dockerize_ml.resolve.model import Failure


def without_lock(inspection: Inspection, failure: Failure) -> Inspection:
    """What was found, with the Python of the project's time and the day that nothing may be newer than.

    Args:
        inspection: what was found.
        failure: why there is no lock; it tells the day, where the project is not of today.
    """
    if failure.as_of is None:
        return inspection
    facts, day = inspection.facts, failure.as_of.isoformat()
    if facts.python.value != failure.python:
        told = Evidence(path=".", reason=f"it is of the project's own time, {day}")
        python = replace(facts.python, value=failure.python, evidence=(told, *facts.python.evidence))
        facts = replace(facts, python=python)
    return replace(inspection, facts=facts, newest=day)
