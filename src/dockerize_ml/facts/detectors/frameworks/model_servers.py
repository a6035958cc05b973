"""Model servers that import a decorated class or function: BentoML, Ray Serve, Functions Framework, Prefect flows."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.objects import with_listening
from dockerize_ml.facts.finding.placing import place_module
from dockerize_ml.facts.finding.ports import Listening
from dockerize_ml.facts.finding.scripts import import_names
from dockerize_ml.facts.program import Program
from dockerize_ml.facts.registry import framework
from dockerize_ml.knowledge.frameworks import framework as known_framework
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

# The line that names what is served, in the group ``name``.
_NAMED = {
    "bentoml": r"^@(?:bentoml\.)?service\b(?:\([^@]*?\))?\s*\n(?:@.*\n)*class\s+(?P<name>\w+)"
    r"|^(?P<old>\w+)\s*=\s*bentoml\.(?:legacy\.)?Service\(",
    "functions-framework": r"^@(?:functions_framework\.)?(?:http|cloud_event)\b.*\n"
    r"(?:async )?def\s+(?P<name>\w+)(?P<old>)",
    "ray": r"^(?P<name>\w+)\s*(?::[^=]+)?=\s*[\w.]+(?:\.options\([^\n]*\))?\.bind\((?P<old>)",
}


def named_in_text(survey: Survey, framework: str) -> Iterator[Program]:
    """One program for each thing that a file marks as served."""
    pattern = re.compile(_NAMED[framework], re.MULTILINE)
    known = known_framework(framework)
    for path in survey.source.importing(import_names(framework)):
        text = survey.source.text(path)
        # Of several services in one file the last is put together from the others.
        found = next(reversed(list(pattern.finditer(text))), None)
        if found is None:
            continue
        placed = place_module(survey, path)
        line = text.count("\n", 0, found.start()) + 1
        program = Program(
            kind="web",
            framework=framework,
            entrypoint=f"{placed.module}:{found['name'] or found['old']}",
            workdir=placed.workdir,
            file=path,
            line=line,
            import_roots=placed.roots,
            health_path=known.health_path if known else None,
            because=(survey.quote(Place(path, line)),),
        )
        yield with_listening(survey, program, Listening())


for _name in _NAMED:
    framework(_name)(partial(named_in_text, framework=_name))
