"""A host of the internet that the program asks for something, and could not reach."""

from collections.abc import Iterator

from dockerize_ml.mending.need import Asked, Need, last_line, need


@need
def a_host(asked: Asked) -> Iterator[Need]:
    """The one that the log names, with the project's line that led there."""
    found = next((each for each in asked.found if each.failure.needs == "host"), None)
    if found is None:
        return
    yield Need(
        f"asks `{found.words['host']}` for something, and cannot reach it",
        last_line(asked.trouble, "asks it"),
        found.remedy,
    )
