"""``requirements.lock``: what ``dockerize-ml lock`` resolved for this project."""

import re
from collections.abc import Iterator

from dockerize_ml.manifests.interpreter import named_interpreter
from dockerize_ml.manifests.lock_header import APART, COMPILED, NAME, PYTHON, Field, fields, is_our_lock
from dockerize_ml.manifests.names import distribution
from dockerize_ml.manifests.registry import reader
from dockerize_ml.manifests.requirement import FromSource, Manifest, Requirement, Unusable
from dockerize_ml.manifests.requirement_line import Entry
from dockerize_ml.manifests.requirements_file import Line, logical_lines, read_requirement_lines
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project

_ENDS = re.compile(r", because |, with ")
_PIN = re.compile(r"(?P<name>[\w.-]+)(?P<version>==\S+)")
_TOOLS = re.compile(r"with the build tools of (\d{4}-\d\d-\d\d)")


@reader("lock", files=(NAME,), precedence=5)
def read_our_lock(project: Project, path: str) -> Manifest | None:
    """The exact versions, and those requirements that come from elsewhere and have no hashes here."""
    text = project.text(path)
    if not is_our_lock(text):
        return None
    head = fields(text)
    found = read_requirement_lines(project, path, (*logical_lines(text), *_beside(head)))
    # Another package asks for it, as databricks-cli does for configparser: it is installed whatever its name.
    found.entries = [_as_pinned(entry) if isinstance(entry, Unusable) else entry for entry in found.entries]
    return Manifest(
        path=path,
        format="lock",
        manager="pip",
        requirements=found.requirements,
        unusable=found.unusable,
        python=_python(head, path),
        includes=tuple(dict.fromkeys(found.includes)),
        options=tuple(dict.fromkeys(found.options)),
        locks=True,
        from_source=_from_source(head),
    )


def _as_pinned(entry: Unusable) -> Entry:
    pin = _PIN.fullmatch(entry.text)
    return Requirement(distribution(pin["name"]), pin["version"], entry.at) if pin else entry


def _beside(head: tuple[Field, ...]) -> Iterator[Line]:
    """``# Apart: torch==2.1.0, because …``: the requirement ends where the reason begins."""
    for field in head:
        if field.name in {APART, COMPILED}:
            yield Line(field.line, _ENDS.split(field.value)[0])


def _from_source(head: tuple[Field, ...]) -> FromSource | None:
    """``# Compiled: fasttext==0.9.2, with the build tools of 2023-01-15, g++, in place``."""
    found = [field.value for field in head if field.name == COMPILED]
    days = [day[1] for value in found if (day := _TOOLS.search(value))]
    if not days:
        return None
    return FromSource(
        names=frozenset(map(distribution, found)),
        tools_of=max(days),
        native=frozenset(distribution(value) for value in found if ", g++" in value),
        openmp=frozenset(distribution(value) for value in found if ", OpenMP" in value),
        in_place=frozenset(distribution(value) for value in found if value.endswith(", in place")),
        whole=frozenset(distribution(value) for value in found if value.endswith(", with what it requires")),
    )


def _python(head: tuple[Field, ...], path: str) -> tuple[str, Place] | None:
    field = next((field for field in head if field.name == PYTHON), None)
    return named_interpreter(field.value.partition(",")[0], Place(path, field.line)) if field else None
