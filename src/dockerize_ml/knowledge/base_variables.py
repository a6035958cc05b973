"""All the variables that base images set, where we know them all."""

from dockerize_ml.knowledge.images import official_name
from dockerize_ml.knowledge.table import rows


def base_variables(name: str) -> frozenset[str] | None:
    """The variables that any tag of an image sets, or None where it may set more than we know."""
    short = official_name(name)
    for row in rows("base_variables", "image"):
        if short in row.texts("names"):
            return frozenset(row.texts("variables"))
    return None
