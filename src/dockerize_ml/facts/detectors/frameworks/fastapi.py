"""FastAPI applications and factories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.objects import served_objects
from dockerize_ml.facts.registry import framework

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.survey import Survey


@framework("fastapi")
def fastapi(survey: Survey) -> Iterator[Program]:
    """Every FastAPI object or factory that an ASGI server could serve."""
    yield from served_objects(survey, "fastapi")
