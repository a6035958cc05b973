"""Find and read every dependency file of a project."""

from collections import defaultdict
from collections.abc import Iterator

from dockerize_ml.errors import ManifestError, ProjectError
from dockerize_ml.manifests.imported import read_imports
from dockerize_ml.manifests.purpose import purpose_of
from dockerize_ml.manifests.registry import Reader, readers, suffix_of
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.project.project import Project

_MOST = 300
# Nothing but a list of dependencies has this name.
_CERTAIN = frozenset({"environment.yml", "environment.yaml"})


def read_manifests(project: Project) -> tuple[Manifest, ...]:
    """Every dependency file, those near the root first and in one folder in the order of the formats' precedence.

    A file that cannot be read becomes a note of the project. Where none asks for anything, the imports do.

    Raises:
        ManifestError: nothing asks for anything but a conda environment in the root, and that cannot be read.
    """
    found = sorted(_candidates(project), key=lambda each: (each[0].count("/"), each[1].precedence, each[0]))
    if len(found) > _MOST:
        project.note(".", f"holds {len(found):,} dependency files; the {_MOST} nearest to the root were read.")
    troubles: list[ManifestError] = []
    read = [_read(project, path, reader, troubles) for path, reader in found[:_MOST]]
    manifests = tuple(manifest for manifest in read if manifest is not None)
    if any(_tells_dependencies(manifest) for manifest in manifests):
        return manifests
    if troubles:
        # The author says what to install, and we cannot read it: a guess from the imports would be another program.
        raise troubles[0]
    imported = read_imports(project)
    return (*manifests, imported) if imported else manifests


def _candidates(project: Project) -> Iterator[tuple[str, Reader]]:
    by_suffix: dict[str, list[Reader]] = defaultdict(list)
    for reader in readers().values():
        for suffix in reader.suffixes:
            by_suffix[suffix].append(reader)
    for path in project.files:
        yield from ((path, reader) for reader in by_suffix.get(suffix_of(path), ()) if reader.is_ours(path))


def _tells_dependencies(manifest: Manifest) -> bool:
    """Whether it can replace looking at the imports: a Space's front matter and developers' lists cannot."""
    asks = bool(manifest.requirements or manifest.native)
    return asks and manifest.format != "space" and not purpose_of(manifest.path).is_development


def _read(project: Project, path: str, reader: Reader, troubles: list[ManifestError]) -> Manifest | None:
    try:
        return reader.read(project, path)
    except ProjectError as trouble:
        if isinstance(trouble, ManifestError) and path in _CERTAIN:
            troubles.append(trouble)
        project.note(path, trouble.reason, trouble.line)
        return None
