"""Whether the project is meant for a platform that says in ``$PORT`` where the program has to listen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.model import Evidence
from dockerize_ml.facts.nearby import nearby, read

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey

_FILES = (
    *("Procfile", "app.json", "render.yaml", "railway.json", "railway.toml", "nixpacks.toml", "app.yaml", "koyeb.yaml"),
    *(".do/app.yaml", "zeabur.json", "cloudbuild.yaml"),
)
_PORT = re.compile(r"\$\{?PORT\b")


def platform(survey: Survey) -> Evidence | None:
    """The first line of a platform's file that names ``$PORT``."""
    for near in nearby(survey, _FILES):
        for number, line in enumerate(read(survey, near.path).splitlines(), start=1):
            if _PORT.search(line):
                return Evidence(path=near.path, line=number, reason=line.strip())
    return None
