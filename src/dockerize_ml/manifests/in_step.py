"""Whether a lock of the project's own still answers its manifest, as far as can be read without running its tool."""

import hashlib
import json
import posixpath
from collections.abc import Callable, Iterator

from packaging.requirements import InvalidRequirement
from packaging.requirements import Requirement as Standard
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import InvalidVersion

from dockerize_ml.errors import ProjectError
from dockerize_ml.manifests.names import canonical
from dockerize_ml.manifests.registry import readers
from dockerize_ml.manifests.requirement import Manifest, Requirement
from dockerize_ml.manifests.requirements_file import read_requirements_file
from dockerize_ml.project.project import Project
from dockerize_ml.project.shape import below, mapping, sequence, text, texts
from dockerize_ml.project.toml_reading import read_toml

# What Poetry takes into its hash, and of it what older versions wrote down even where it was not there.
_POETRY_PROJECT = ("requires-python", "dependencies", "optional-dependencies")
_POETRY_LEGACY = ("dependencies", "source", "extras", "dev-dependencies")


def out_of_step(project: Project, manifest: Manifest, lock: str) -> str:
    """Why the lock no longer answers; empty where nothing shows that.

    Args:
        project: whose files.
        manifest: what is installed from; the lock itself where it has no manifest.
        lock: the path of the lock.
    """
    if manifest.path == lock:
        return _against_source(project, manifest)
    differs = _RECORDS.get(posixpath.basename(lock), _nobody_knows)(project, manifest.path, lock)
    if differs is not None:
        return f"{manifest.path} was changed after {lock} was made" if differs else ""
    locked = _read(project, lock)
    return _missing(manifest.requirements, locked.requirements, lock) if locked else ""


def useless(project: Project, manifest: Manifest, lock: str) -> str:
    """Why nothing can be installed by the lock, or not all that the program asks for; empty where nothing shows that.

    A version other than the manifest asks for may still do. Poetry alone refuses whatever has another hash.
    """
    if manifest.path == lock:
        return ""
    if posixpath.basename(lock) == "poetry.lock" and _poetry_differs(project, manifest.path, lock):
        return f"{manifest.path} was changed after {lock} was made, and Poetry refuses such a lock"
    locked = _read(project, lock)
    names = {one.name for one in locked.requirements} if locked else set()
    lacked = next((one for one in _comparable(manifest.requirements) if names and one.name not in names), None)
    return _lacks(lacked, lock) if lacked else ""


def _read(project: Project, lock: str) -> Manifest | None:
    reader = next((each for each in readers().values() if each.is_lock and each.is_ours(lock)), None)
    return reader.read(project, lock) if reader else None


def _against_source(project: Project, manifest: Manifest) -> str:
    """A compiled list is held against the ``.in`` that it was made from."""
    source = f"{posixpath.splitext(manifest.path)[0]}.in"
    if not project.exists(source):
        return ""
    return _missing(read_requirements_file(project, source).requirements, manifest.requirements, manifest.path)


def _missing(wanted: tuple[Requirement, ...], locked: tuple[Requirement, ...], lock: str) -> str:
    """The first requirement for every machine that no locked version satisfies."""
    by_name: dict[str, list[Requirement]] = {}
    for one in locked:
        by_name.setdefault(one.name, []).append(one)
    for one in _comparable(wanted):
        if one.name not in by_name:
            return _lacks(one, lock)
        if not any(_fits(one, each) for each in by_name[one.name]):
            return f"{one.at} asks for {one.name}{one.specifier}, and {lock} has {by_name[one.name][0].specifier[2:]}"
    return ""


def _comparable(wanted: tuple[Requirement, ...]) -> Iterator[Requirement]:
    """What the program needs on every machine, packages of the project itself left out."""
    for one in wanted:
        if one.name and not (one.group or one.marker or (one.url and ":" not in one.url)):
            yield one


def _lacks(one: Requirement, lock: str) -> str:
    return f"{one.at} asks for {one.name}, which {lock} does not have"


def _fits(wanted: Requirement, locked: Requirement) -> bool:
    if wanted.url or locked.version is None:
        return True
    try:
        return SpecifierSet(wanted.specifier).contains(locked.version, prereleases=True)
    except (InvalidSpecifier, InvalidVersion):
        return True


def _nobody_knows(project: Project, path: str, lock: str) -> None:
    """This tool keeps nothing of the manifest that could be read."""


def _poetry_differs(project: Project, path: str, lock: str) -> bool | None:
    """Poetry writes a hash of what it read into the lock; None without one."""
    recorded = text(below(_toml(project, lock), "metadata", "content-hash"))
    data = _toml(project, path)
    groups = mapping(data.get("dependency-groups"))
    if not recorded:
        return None
    # Versions of Poetry that knew no groups left them out.
    return recorded not in {*(_sha256(_of_poetry(data, each)) for each in (groups, {}))}


def _of_poetry(data: dict[str, object], groups: dict[str, object]) -> dict[str, object]:
    project, poetry = mapping(data.get("project")), mapping(below(data, "tool", "poetry"))
    standard = {key: project[key] for key in _POETRY_PROJECT if key in project}
    outside = {**({"project": standard} if standard else {}), **({"dependency-groups": groups} if groups else {})}
    always = () if outside else _POETRY_LEGACY
    own = {key: poetry.get(key) for key in (*_POETRY_LEGACY, "group") if key in poetry or key in always}
    return {**outside, "tool": {"poetry": own}} if outside else own


def _pipenv_differs(project: Project, path: str, lock: str) -> bool | None:
    """Pipenv does too; without a source of its own a Pipfile means one that only pipenv knows."""
    try:
        recorded = text(below(json.loads(project.text(lock)), "_meta", "hash", "sha256"))
    except (ValueError, RecursionError):
        return None
    data = _toml(project, path)
    if "source" not in data or not recorded:
        return None
    relevant = {
        "_meta": {"sources": data["source"], "requires": data.get("requires", {})},
        "default": data.get("packages", {}),
        "develop": data.get("dev-packages", {}),
        **{key: value for key, value in data.items() if key not in _PIPFILE_USUAL},
    }
    return recorded != _sha256(relevant, separators=(",", ":"))


_PIPFILE_USUAL = frozenset({"source", "requires", "packages", "dev-packages", "scripts", "pipfile", "pipenv"})


def _uv_differs(project: Project, path: str, lock: str) -> bool | None:
    """A uv.lock repeats what the project asks for."""
    data = _toml(project, path)
    name = canonical(text(below(data, "project", "name")))
    tables = map(mapping, sequence(_toml(project, lock).get("package")))
    own = next((each for each in tables if canonical(text(each.get("name"))) == name), {})
    metadata = mapping(own.get("metadata"))
    if not metadata or "dependencies" in texts(below(data, "project", "dynamic")):
        return None
    elsewhere = {canonical(each) for each in mapping(below(data, "tool", "uv", "sources"))}
    recorded = set(_recorded(metadata, elsewhere))
    return recorded != set(_declared(data, elsewhere))


def _recorded(metadata: dict[str, object], elsewhere: set[str]) -> Iterator[tuple[str, SpecifierSet]]:
    groups = mapping(metadata.get("requires-dev")).values()
    rows = (*sequence(metadata.get("requires-dist")), *(row for group in groups for row in sequence(group)))
    for table in map(mapping, rows):
        name = canonical(text(table.get("name")))
        yield name, SpecifierSet("" if name in elsewhere else text(table.get("specifier")))


def _declared(data: dict[str, object], elsewhere: set[str]) -> Iterator[tuple[str, SpecifierSet]]:
    extras = mapping(below(data, "project", "optional-dependencies")).values()
    groups = mapping(data.get("dependency-groups")).values()
    older = below(data, "tool", "uv", "dev-dependencies")
    for declared in (below(data, "project", "dependencies"), *extras, *groups, older):
        for line in texts(declared):
            try:
                one = Standard(line)
            except InvalidRequirement:
                continue
            name = canonical(one.name)
            yield name, SpecifierSet() if name in elsewhere else one.specifier


_RECORDS: dict[str, Callable[[Project, str, str], bool | None]] = {
    "poetry.lock": _poetry_differs,
    "Pipfile.lock": _pipenv_differs,
    "uv.lock": _uv_differs,
}


def _toml(project: Project, path: str) -> dict[str, object]:
    """An empty one where it cannot be read, which other readers tell of."""
    try:
        return read_toml(project.text(path), shown=path)
    except ProjectError:
        return {}


def _sha256(content: object, separators: tuple[str, str] | None = None) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True, separators=separators, default=str).encode()).hexdigest()
