"""A host of the internet that the program asks for something, and could not reach."""

from collections.abc import Iterator

from dockerize_ml.facts.model import Evidence
from dockerize_ml.mending.need import Asked, Need, need
from dockerize_ml.mending.trouble import places_reached


@need
def a_host(asked: Asked) -> Iterator[Need]:
    """The one that the log names, with the project's line that led there."""
    found = next((each for each in asked.found if each.failure.needs == "host"), None)
    if found is None:
        return
    place = next(reversed(places_reached(asked.trouble.log)), None)
    because = Evidence(path=place[0], line=place[1], reason="asks it") if place else None
    yield Need(f"asks `{found.words['host']}` for something, and cannot reach it", because, found.remedy)
