"""A screen, which a container does not have."""

from collections.abc import Iterator

from dockerize_ml.mending.need import Asked, Need, last_line, need


@need
def a_screen(asked: Asked) -> Iterator[Need]:
    """What the log tells of it, with the project's line that led there."""
    found = next((each for each in asked.found if each.failure.needs == "screen"), None)
    if found is None:
        return
    yield Need(
        "opens a window, and a container has no screen", last_line(asked.trouble, "opens a window"), found.remedy
    )
