"""dbt: a project of models in SQL, which needs no file of Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.facts.program import Program, Reason, evidence
from dockerize_ml.facts.registry import framework
from dockerize_ml.facts.source.aside import why_aside
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

_PROJECT = "dbt_project.yml"
_PROFILES = "profiles.yml"
# In the packages of others that it depends on, each has its own.
_INSTALLED = ("dbt_packages", "dbt_modules")


@framework("dbt")
def dbt(survey: Survey) -> Iterator[Program]:
    """One program for each project near the root, with its profiles where they lie in it.

    Before dbt 1.3 they are looked for in the folder only where it is told so:
    https://docs.getdbt.com/docs/core/connect-data-platform/connection-profiles
    """
    for path in survey.project.files:
        *folders, name = path.split("/")
        if name != _PROJECT or len(folders) > 1 or why_aside(path) is not None or set(_INSTALLED) & set(folders):
            continue
        workdir = "/".join(folders) or "."
        has_profiles = survey.project.exists("/".join((*folders, _PROFILES)))
        yield Program(
            kind="job",
            framework="dbt",
            entrypoint=name,
            workdir=workdir,
            file=path,
            arguments=("--profiles-dir", ".") if has_profiles else (),
            because=(evidence(Place(path), "made for dbt"),),
            reasons=(Reason(points=20, text=f"`{path}` is made for dbt"),),
        )
