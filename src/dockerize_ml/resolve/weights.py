"""What the packages of an image weigh to download, from the sizes that a lock file or the index tells."""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from dockerize_ml.errors import ProjectError
from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.knowledge.architectures import USUAL, architecture
from dockerize_ml.manifests.names import canonical
from dockerize_ml.manifests.read import read_manifests
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.project.project import Project
from dockerize_ml.project.shape import mapping, sequence, text
from dockerize_ml.project.toml_reading import read_toml
from dockerize_ml.resolve.model import Resolution
from dockerize_ml.resolve.output import locked_in
from dockerize_ml.resolve.releases import pythons_of
from dockerize_ml.resolve.uv import Clock, NoUvError, TimeUpError, Uv

# Lock files that tell the sizes of their files, and what they call a package.
_WITH_SIZES = {"uv-lock": "package", "pylock": "packages"}
_SECONDS = 60.0
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(?<!\.txt)")
_INSTEAD = "Build the image, then ask again."


@dataclass(frozen=True, slots=True)
class Weight:
    """A distribution: the bytes of the file that is downloaded, and the names of those that ask for it."""

    name: str
    version: str
    size: int
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Weights:
    """All that is downloaded, and where that is told: ``uv.lock``, or the index."""

    source: str
    packages: tuple[Weight, ...]


def weights(project: Project, inspection: Inspection, resolve: Callable[[], Resolution], *, offline: bool) -> Weights:
    """The packages of a project's image.

    Args:
        project: the folder.
        inspection: what was found in it.
        resolve: locks it, where none of its files tells sizes.
        offline: whether the index may not be asked.

    Raises:
        ProjectError: nothing tells the sizes.
    """
    python = inspection.facts.python.value or ""
    manifest = next(_lock_files(project, inspection), None)
    if manifest is not None:
        document = read_toml(project.text(manifest.path), shown=manifest.path)
        needed = {one.name for one in manifest.requirements if not one.group}
        listed = [one for one in _listed(document, _WITH_SIZES[manifest.format], python) if one.name in needed]
        # What the project itself asks for has nobody else to name.
        found = (replace(one, via=tuple(who for who in one.via if who in needed)) for one in listed)
        return Weights(manifest.path, tuple(found))
    resolution = resolve()
    if resolution.text is None or offline:
        why = resolution.failure.reason if resolution.failure and not offline else "Only the index knows them."
        raise ProjectError(
            reason=f"No file of this project tells the sizes of its packages. {why}",
            hint="Leave out `--offline`, or lock them by `uv lock`." if offline else _INSTEAD,
        )
    return Weights("the package index", tuple(_asked(resolution.text, python)))


def _lock_files(project: Project, inspection: Inspection) -> Iterator[Manifest]:
    """Lock files with sizes, beside the manifest that was chosen."""
    chosen = inspection.manifest.path if inspection.manifest else ""
    for manifest in read_manifests(project):
        if manifest.format in _WITH_SIZES and manifest.path.rpartition("/")[0] == chosen.rpartition("/")[0]:
            yield manifest


def _asked(lock: str, python: str) -> Iterator[Weight]:
    """The pins of a lock, looked up."""
    pins = locked_in(lock)
    files = {
        "asks.in": "".join(f"{pin.text}\n" for pin in pins),
        # Nothing depends on anything, so that no file is fetched only to see what it needs.
        "uv.toml": "".join(f'[[dependency-metadata]]\nname = "{pin.name}"\n' for pin in pins),
    }
    options = ("--no-deps", "--format", "pylock.toml", "--universal", "--python-version", python)
    try:
        answer = Uv(Clock.of(_SECONDS)).compile(files, options)
    except (NoUvError, TimeUpError) as error:
        raise ProjectError(reason="The sizes could not be looked up.", hint=_INSTEAD) from error
    if not answer.ok:
        said = answer.errors.strip().splitlines()
        raise ProjectError(
            reason=f"The index does not tell the sizes: {said[-1] if said else 'it said nothing'}",
            hint=_INSTEAD,
        )
    # What the project itself asks for is followed by its place: `requirements.txt:2`.
    via = {pin.name: tuple(canonical(who) for who in pin.via if _NAME.fullmatch(who)) for pin in pins}
    for one in _listed(tomllib.loads(answer.output), "packages", python):
        yield replace(one, via=via.get(one.name, ()))


def _listed(document: dict[str, object], key: str, python: str) -> Iterator[Weight]:
    tables = [mapping(each) for each in sequence(document.get(key))]
    via: dict[str, list[str]] = {}
    for table in tables:
        for one in sequence(table.get("dependencies")):
            via.setdefault(canonical(text(mapping(one).get("name"))), []).append(canonical(text(table.get("name"))))
    for table in tables:
        name = canonical(text(table.get("name")))
        size = _size(table, python)
        if size is not None:
            yield Weight(name, text(table.get("version")), size, tuple(sorted(set(via.get(name, [])))))


def _pythons_of(wheel: dict[str, object]) -> set[str]:
    return set(pythons_of(text(wheel.get("url")).rpartition("/")[2], architecture(USUAL[0]).machine))


def _size(table: dict[str, object], python: str) -> int | None:
    """The bytes of the wheel for this Python on Linux, else of the source; None where none is told."""
    wheels = [mapping(each) for each in sequence(table.get("wheels"))]
    fitting = [wheel for wheel in wheels if not python or python in _pythons_of(wheel)]
    told = [file.get("size") for file in (*fitting, mapping(table.get("sdist")))]
    return next((size for size in told if isinstance(size, int)), None)
