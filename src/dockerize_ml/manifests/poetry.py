"""Read the dependencies that Poetry declares in ``[tool.poetry]``."""

from collections.abc import Iterator
from dataclasses import replace

from dockerize_ml.manifests.line_of import Lines
from dockerize_ml.manifests.names import canonical
from dockerize_ml.manifests.poetry_version import to_pep440
from dockerize_ml.manifests.reference import git_url, local_path
from dockerize_ml.manifests.requirement import Requirement, Unusable
from dockerize_ml.manifests.requirement_line import Entry, read_requirement
from dockerize_ml.project.place import Place
from dockerize_ml.project.shape import below, mapping, sequence, text, texts

_PLATFORMS = {"windows": "win32", "linux": "linux", "darwin": "darwin"}


def poetry_entries(poetry: dict[str, object], path: str, lines: Lines) -> Iterator[Entry]:
    """Every dependency of a ``[tool.poetry]`` table: the main ones, then those of extras and groups."""
    extras = {
        extra: {canonical(name) for name in texts(names)} for extra, names in mapping(poetry.get("extras")).items()
    }
    for section, group, table in _tables(poetry):
        for name, value in table.items():
            if name.lower() == "python":
                continue
            at = Place(path, lines.of_key(section, name))
            for declared in sequence(value) or [value]:
                yield from _entries(name, declared, at, group, extras)


def poetry_python(poetry: dict[str, object], path: str, lines: Lines) -> tuple[str, Place] | None:
    """The interpreter's constraint and its place."""
    declared = below(poetry, "dependencies", "python")
    constraint = text(declared) or text(mapping(declared).get("version"))
    if not constraint:
        return None
    return to_pep440(constraint), Place(path, lines.of_key("tool.poetry.dependencies", "python"))


def _tables(poetry: dict[str, object]) -> Iterator[tuple[str, str, dict[str, object]]]:
    yield "tool.poetry.dependencies", "", mapping(poetry.get("dependencies"))
    yield "tool.poetry.dev-dependencies", "dev", mapping(poetry.get("dev-dependencies"))
    for group, table in mapping(poetry.get("group")).items():
        yield f"tool.poetry.group.{group}.dependencies", group, mapping(mapping(table).get("dependencies"))


def _entries(name: str, declared: object, at: Place, group: str, extras: dict[str, set[str]]) -> Iterator[Entry]:
    table = mapping(declared)
    groups = [group]
    if table.get("optional") is True and not group:
        groups = [extra for extra, names in extras.items() if canonical(name) in names] or ["optional"]
    for entry in declared_entry(name, text(declared), table, at):
        if isinstance(entry, Unusable):
            yield entry
            continue
        yield from (replace(entry, group=each) for each in groups)


def declared_entry(name: str, constraint: str, table: dict[str, object], at: Place) -> Iterator[Entry]:
    """One dependency of a table of names as a requirement, judged as every requirement is.

    Args:
        name: of the distribution.
        constraint: its versions, where nothing else is said.
        table: what else is said: ``version``, ``extras``, ``git``, ``path``, …
        at: where it stands.
    """
    url = git_url(table) or text(table.get("url"))
    path = local_path(table, at.path)
    extras = tuple(sorted(map(canonical, texts(table.get("extras")))))
    marker = " and ".join(_markers(table))
    if url or path:
        yield Requirement(canonical(name), "", at, extras, marker, url or path, editable=table.get("develop") is True)
        return
    versions = to_pep440(constraint or text(table.get("version")))
    bracket = f"[{','.join(extras)}]" if extras else ""
    yield from read_requirement(f"{name}{bracket}{versions}{f' ; {marker}' if marker else ''}", at)


def _markers(table: dict[str, object]) -> Iterator[str]:
    declared, python, platform = (text(table.get(key)) for key in ("markers", "python", "platform"))
    if declared:
        yield f"({declared})" if " or " in declared else declared
    for bound in to_pep440(python).split(",") if python else ():
        operator = bound.rstrip("0123456789.*abrcdevpost")
        yield f'python_version {operator} "{bound[len(operator) :]}"'
    if platform:
        yield f'sys_platform == "{_PLATFORMS.get(platform.lower(), platform)}"'
