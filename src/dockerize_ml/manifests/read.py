"""Find and read every dependency file of a project."""

from collections.abc import Iterator

from dockerize_ml.errors import ProjectError
from dockerize_ml.manifests.registry import Reader, readers
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.project.project import Project

_MOST = 300


def read_manifests(project: Project) -> tuple[Manifest, ...]:
    """Every dependency file, those near the root first and in one folder in the order of the formats' precedence.

    A file that cannot be read becomes a note of the project.
    """
    found = sorted(_candidates(project), key=lambda each: (each[0].count("/"), each[1].precedence, each[0]))
    if len(found) > _MOST:
        project.note(".", f"holds {len(found):,} dependency files; the {_MOST} nearest to the root were read.")
    read = (_read(project, path, reader) for path, reader in found[:_MOST])
    return tuple(manifest for manifest in read if manifest is not None)


def _candidates(project: Project) -> Iterator[tuple[str, Reader]]:
    formats = tuple(readers().values())
    for path in project.files:
        yield from ((path, reader) for reader in formats if reader.is_ours(path))


def _read(project: Project, path: str, reader: Reader) -> Manifest | None:
    try:
        return reader.read(project, path)
    except ProjectError as trouble:
        project.note(path, trouble.reason, trouble.line)
        return None
