"""The Debian packages that the installed distributions need."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.system.installed import Installed, installed, is_imported
from dockerize_ml.facts.detectors.system.need import RELEASE, Need
from dockerize_ml.facts.model import Evidence
from dockerize_ml.knowledge.debian import DebianNeeds, debian_packages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

# Modules that are no distribution of their own, with the name of their row in the table.
_PARTS = {"tkinter": "tkinter", "turtle": "tkinter", "customtkinter": "tkinter", "django.contrib.gis": "django-gis"}
_GEODJANGO = re.compile(r"[\"'](django\.contrib\.gis)[\"']")
_MOST_SHOWN = 4


def required(survey: Survey) -> Iterator[Need]:
    """What each distribution needs for building and for running, with the line that asks for it."""
    for distribution in installed(survey):
        needs = debian_packages(distribution.name, distribution.version, RELEASE, distribution.extras)
        if needs is not None:
            yield from _of_distribution(survey, distribution, needs)
    yield from _of_sources(survey)
    yield from _of_imports(survey)


def _of_distribution(survey: Survey, distribution: Installed, needs: DebianNeeds) -> Iterator[Need]:
    yield from _all(needs.build, distribution.evidence, f"{distribution.name} is compiled", is_runtime=False)
    if not needs.direct or _is_used(survey, distribution.name, needs.used):
        yield from _all(needs.runtime, distribution.evidence, f"{distribution.name} needs {_it(needs.runtime)}")


def _all(packages: tuple[str, ...], evidence: Evidence, says: str, *, is_runtime: bool = True) -> Iterator[Need]:
    shown = ", ".join(packages) if len(packages) <= _MOST_SHOWN else f"{', '.join(packages[:_MOST_SHOWN])} and more"
    because = replace(evidence, reason=f"{shown}: {says}")
    yield from (Need(package, because, is_runtime) for package in packages)


def _it(packages: tuple[str, ...]) -> str:
    return "it" if len(packages) == 1 else "them"


def _is_used(survey: Survey, distribution: str, used: str) -> bool:
    """Whether the program uses the part that calls another program; being installed is not enough."""
    if used:
        return any(re.search(used, survey.source.text(path)) for path in survey.program_files)
    return is_imported(survey, distribution)


def _of_sources(survey: Survey) -> Iterator[Need]:
    """Requirements that are fetched with git, which only the build does."""
    for requirement in survey.manifest.requirements if survey.manifest else ():
        if requirement.url.startswith("git+") and not requirement.group:
            evidence = Evidence(path=requirement.at.path, line=requirement.at.line, reason="")
            yield from _all(("git",), evidence, f"{requirement.name} is fetched with it", is_runtime=False)


def _of_imports(survey: Survey) -> Iterator[Need]:
    """What parts of the standard library and of frameworks need; the table has rows for them too."""
    for path in survey.program_files:
        for line in survey.source.lines(path):
            row = _PARTS.get(".".join(line.module.split(".")[:3])) or _PARTS.get(line.module.partition(".")[0])
            if row is not None and not line.level:
                yield from _of_part(row, Evidence(path=path, line=line.line, reason=""), line.module)
        found = _GEODJANGO.search(survey.source.text(path))
        if found is not None:
            line_number = survey.source.text(path).count("\n", 0, found.start()) + 1
            yield from _of_part("django-gis", Evidence(path=path, line=line_number, reason=""), found[1])


def _of_part(row: str, evidence: Evidence, name: str) -> Iterator[Need]:
    needs = debian_packages(row, None, RELEASE)
    if needs is not None:
        yield from _all(needs.runtime, evidence, f"{name} needs {_it(needs.runtime)}")
