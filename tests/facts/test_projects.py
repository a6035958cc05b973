"""Whole folders as strangers write them, each with the facts that a person would name, in its ``expected.toml``."""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from dockerize_ml.facts.inspection import Inspection, inspect
from dockerize_ml.project.project import Project

_PROJECTS = Path(__file__).parents[1] / "projects"
_NAMES = sorted(folder.name for folder in _PROJECTS.iterdir() if (folder / "expected.toml").exists())


@cache
def _inspected(name: str) -> Inspection:
    return inspect(Project.open(_PROJECTS / name))


@pytest.mark.parametrize("name", _NAMES)
def test_facts_are_those_a_person_would_name(name: str) -> None:
    expected = tomllib.loads((_PROJECTS / name / "expected.toml").read_text())

    found = _found(_inspected(name))

    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize("name", _NAMES)
def test_every_value_has_evidence_in_a_file(name: str) -> None:
    facts = _inspected(name).facts

    for fact in (facts.kind, facts.framework, facts.entrypoint, facts.port, facts.python, facts.manager):
        assert fact.evidence
        assert all(piece.path == "." or (_PROJECTS / name / piece.path).exists() for piece in fact.evidence)


def _found(inspection: Inspection) -> dict[str, object]:
    """The facts as TOML writes them: nothing found is an empty text, and port 0."""
    facts = inspection.facts
    return {
        "framework": facts.framework.value or "",
        "kind": facts.kind.value or "",
        "entrypoint": facts.entrypoint.value or "",
        "workdir": facts.workdir.value or "",
        "port": facts.port.value or 0,
        "health_path": facts.health_path.value or "",
        "python": facts.python.value or "",
        "manager": facts.manager.value or "",
        "manifest": facts.manifest.value or "",
        "runtime": sorted(facts.system_packages.value.runtime) if facts.system_packages.value else [],
        "accelerator": facts.accelerator.value or "",
        "models": list(facts.models.value or ()),
        "environment": list(facts.environment.value or ()),
    }
