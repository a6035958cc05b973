"""Snakemake: a workflow whose rules run the project's scripts, whichever they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.program import Program, Reason, evidence
from dockerize_ml.facts.registry import framework
from dockerize_ml.facts.source.aside import why_aside
from dockerize_ml.facts.words.readers.readme import is_readme
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

# Where `snakemake` looks by itself, as seen from the folder that it is run in.
_NAME = re.compile(r"(?P<folder>(?:[\w.-]+/){0,2}?)(?P<file>(?:workflow/)?[Ss]nakefile)")
_TOLD = re.compile(r"^[\s$>`*-]*snakemake\s", re.MULTILINE)


@framework("snakemake")
def snakemake(survey: Survey) -> Iterator[Program]:
    """One program for each workflow near the root."""
    is_told = any(_TOLD.search(survey.text(path)) for path in survey.project.files if is_readme(path))
    for path in survey.project.files:
        found = _NAME.fullmatch(path)
        if found is None or why_aside(path) is not None:
            continue
        reasons = [Reason(points=20, text=f"`{path}` is made for snakemake")]
        if is_told:
            reasons.append(Reason(points=12, text="the README starts it"))
        yield Program(
            kind="job",
            framework="snakemake",
            entrypoint=found["file"],
            workdir=found["folder"].rstrip("/") or ".",
            file=path,
            because=(evidence(Place(path), "made for snakemake"),),
            reasons=tuple(reasons),
        )
