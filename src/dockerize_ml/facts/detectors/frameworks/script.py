"""Plain scripts: files that a person runs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.placing import place_script
from dockerize_ml.facts.program import Program, Reason, evidence
from dockerize_ml.facts.registry import framework
from dockerize_ml.facts.source.aside import why_aside
from dockerize_ml.knowledge.entry_names import UNKNOWN_RANK, entry_rank
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.model import Evidence
    from dockerize_ml.facts.survey import Survey

_MAIN = re.compile(
    r"^if\s*\(?\s*(?:__name__\s*==\s*['\"]__main__['\"]|['\"]__main__['\"]\s*==\s*__name__)", re.MULTILINE
)
_SHALLOW = 3


@framework("script")
def script(survey: Survey) -> Iterator[Program]:
    """Files with a ``__main__`` block, and files named like a program that nothing imports."""
    for path in survey.source.program_files:
        if path.count("/") > _SHALLOW:
            continue
        text = survey.source.text(path)
        found = _MAIN.search(text)
        if found is None and not _is_entry_by_name(survey, path):
            continue
        line = text.count("\n", 0, found.start()) + 1 if found else None
        placed = place_script(survey, path)
        yield Program(
            kind="job",
            framework="script",
            entrypoint=placed.path,
            workdir=placed.workdir,
            file=path,
            line=line,
            import_roots=placed.roots,
            because=(_because(survey, path, line),),
            reasons=(Reason(points=8, text="has a `__main__` block"),) if found else (),
        )


def _is_entry_by_name(survey: Survey, path: str) -> bool:
    if survey.source.importers.get(path) or why_aside(path) or not survey.source.text(path).strip():
        return False
    name = path.rpartition("/")[2]
    return entry_rank(name)[0] <= UNKNOWN_RANK and name != "__init__.py"


def _because(survey: Survey, path: str, line: int | None) -> Evidence:
    if line is None:
        return evidence(Place(path), "a script that no other file imports")
    return survey.quote(Place(path, line))
