"""``Pipfile``: what pipenv installs."""

from collections.abc import Iterator
from dataclasses import replace

from dockerize_ml.manifests.interpreter import named_interpreter
from dockerize_ml.manifests.line_of import Lines
from dockerize_ml.manifests.names import canonical
from dockerize_ml.manifests.reference import git_url, local_path
from dockerize_ml.manifests.registry import reader
from dockerize_ml.manifests.requirement import Manifest, Requirement, Unusable
from dockerize_ml.manifests.requirement_line import Entry, read_requirement
from dockerize_ml.project.masking import masked
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project
from dockerize_ml.project.shape import mapping, sequence, text, texts
from dockerize_ml.project.toml_reading import read_toml

_MARKERS = ("sys_platform", "platform_system", "platform_machine", "os_name", "python_version", "implementation_name")
_SETTINGS = frozenset({"source", "requires", "scripts", "pipenv", "pipfile", "packages"})


@reader("pipfile", files=("Pipfile",), precedence=15)
def read_pipfile(project: Project, path: str) -> Manifest | None:
    """Packages, groups and the interpreter's version of a Pipfile."""
    content = project.text(path)
    data = read_toml(content, shown=path)
    lines = Lines(content)
    entries = list(_entries(data, path, lines))
    lock = f"{path}.lock"
    paths = [one.url for one in entries if isinstance(one, Requirement) and one.url and ":" not in one.url]
    return Manifest(
        path=path,
        format="pipfile",
        manager="pipenv",
        requirements=tuple(entry for entry in entries if isinstance(entry, Requirement)),
        unusable=tuple(entry for entry in entries if isinstance(entry, Unusable)),
        python=_python(mapping(data.get("requires")), path, lines),
        includes=(*([lock] if project.exists(lock) else []), *paths),
        options=tuple(_indexes(sequence(data.get("source")))),
        locks=project.exists(lock),
    )


def _entries(data: dict[str, object], path: str, lines: Lines) -> Iterator[Entry]:
    groups = {key: "dev" if key == "dev-packages" else key for key in data if key not in _SETTINGS}
    for section, group in {"packages": "", **groups}.items():
        for name, declared in mapping(data.get(section)).items():
            at = Place(path, lines.of_key(section, name))
            yield from _entry(name, declared, at, group)


def _entry(name: str, declared: object, at: Place, group: str) -> Iterator[Entry]:
    table = mapping(declared)
    address = git_url(table) or masked(text(table.get("file"))) or local_path(table, at.path)
    extras = tuple(sorted(map(canonical, texts(table.get("extras")))))
    marker = " and ".join(_markers(table))
    if address:
        editable = table.get("editable") is True
        yield Requirement(canonical(name), "", at, extras, marker, address, editable=editable, group=group)
        return
    version = (text(declared) or text(table.get("version"))).strip()
    if version[:1].isdigit():
        version = f"=={version}"
    bracket = f"[{','.join(extras)}]" if extras else ""
    requirement = f"{name}{bracket}{'' if version == '*' else version}{f' ; {marker}' if marker else ''}"
    for entry in read_requirement(requirement, at):
        yield replace(entry, group=group) if isinstance(entry, Requirement) else entry


def _markers(table: dict[str, object]) -> Iterator[str]:
    if text(table.get("markers")):
        yield text(table.get("markers"))
    yield from (f"{key} {text(table[key])}" for key in _MARKERS if text(table.get(key)))


def _python(requires: dict[str, object], path: str, lines: Lines) -> tuple[str, Place] | None:
    for key in ("python_full_version", "python_version"):
        version, at = text(requires.get(key)), Place(path, lines.of_key("requires", key))
        if version.startswith(("<", ">", "=", "~", "!")):
            return version, at
        named = named_interpreter(version, at)
        if named:
            return named
    return None


def _indexes(sources: list[object]) -> Iterator[tuple[str, str]]:
    for index, source in enumerate(map(mapping, sources)):
        if text(source.get("url")):
            yield ("--extra-index-url" if index else "--index-url"), masked(text(source.get("url")))
