"""What the project says of itself, for the labels of its image."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from dockerize_ml.facts.nearby import nearby, read
from dockerize_ml.facts.outside import About
from dockerize_ml.knowledge.unfilled import is_unfilled
from dockerize_ml.project.shape import below, mapping, text

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey

_SOURCES = ("source", "repository", "source code", "github", "code")


def about(survey: Survey) -> About:
    """Description, licence and repository out of the nearest pyproject.toml."""
    near = next(nearby(survey, ("pyproject.toml",)), None)
    if near is None:
        return About()
    try:
        document: dict[str, object] = tomllib.loads(read(survey, near.path))
    except (tomllib.TOMLDecodeError, RecursionError):
        return About()
    urls = {name.lower(): url for name, url in mapping(below(document, "project", "urls")).items()}
    source = next((text(urls[name]) for name in _SOURCES if name in urls), "")
    description = text(below(document, "project", "description"))
    return About(
        description="" if is_unfilled(description) else description,
        licenses=text(below(document, "project", "license")),
        source=source if source.startswith("https://") else "",
    )
