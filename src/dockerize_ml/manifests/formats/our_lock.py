"""``requirements.lock``: what ``dockerize-ml lock`` resolved for this project."""

from collections.abc import Iterator

from dockerize_ml.manifests.interpreter import named_interpreter
from dockerize_ml.manifests.lock_header import APART, NAME, PYTHON, Field, fields, is_our_lock
from dockerize_ml.manifests.registry import reader
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.manifests.requirements_file import Line, logical_lines, read_requirement_lines
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project


@reader("lock", files=(NAME,), precedence=5)
def read_our_lock(project: Project, path: str) -> Manifest | None:
    """The exact versions, and those requirements that come from elsewhere and have no hashes here."""
    text = project.text(path)
    if not is_our_lock(text):
        return None
    head = fields(text)
    found = read_requirement_lines(project, path, (*logical_lines(text), *_apart(head)))
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
    )


def _apart(head: tuple[Field, ...]) -> Iterator[Line]:
    """``# Apart: torch==2.1.0, because …``: the requirement ends where the reason begins."""
    for field in head:
        if field.name == APART:
            yield Line(field.line, field.value.partition(", because ")[0])


def _python(head: tuple[Field, ...], path: str) -> tuple[str, Place] | None:
    field = next((field for field in head if field.name == PYTHON), None)
    return named_interpreter(field.value.partition(",")[0], Place(path, field.line)) if field else None
