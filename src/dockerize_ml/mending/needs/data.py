"""Data of a library that is installed apart from it."""

from collections.abc import Iterator

from dockerize_ml.mending.need import Asked, Need, need


@need
def library_data(asked: Asked) -> Iterator[Need]:
    """What the log names."""
    for found in asked.found:
        if found.failure.needs == "data":
            yield Need(f"lacks data: {found.meaning}", None, found.remedy)
