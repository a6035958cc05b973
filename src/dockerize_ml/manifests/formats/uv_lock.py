"""``uv.lock``: what uv resolved."""

from collections.abc import Iterator

from dockerize_ml.manifests.locked import locked, packages
from dockerize_ml.manifests.names import canonical
from dockerize_ml.manifests.registry import reader
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.project.masking import masked
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project
from dockerize_ml.project.shape import mapping, sequence, text
from dockerize_ml.project.toml_reading import read_toml

_OWN = ("virtual", "editable", "directory")


@reader("uv-lock", files=("uv.lock",), precedence=10, is_lock=True)
def read_uv_lock(project: Project, path: str) -> Manifest | None:
    """Every package that uv locked; those that only groups and extras need belong to the group ``dev``."""
    content = project.text(path)
    data = read_toml(content, shown=path)
    tables = list(packages(data, content, path))
    needed = _needed([table for table, _ in tables])
    constraint = text(data.get("requires-python"))
    return Manifest(
        path=path,
        format="uv-lock",
        manager="uv",
        requirements=tuple(
            locked(table, at, group="" if _name(table) in needed else "dev", url=_url(mapping(table.get("source"))))
            for table, at in tables
            if not _is_own(table)
        ),
        python=(constraint, Place(path, _line(content, "requires-python"))) if constraint else None,
        locks=True,
    )


def _needed(tables: list[dict[str, object]]) -> set[str]:
    """The names that the project's own packages need, directly or not."""
    by_name: dict[str, list[dict[str, object]]] = {}
    for table in tables:
        by_name.setdefault(_name(table), []).append(table)
    waiting = [name for table in tables if _is_own(table) for name in _dependencies(table)]
    needed: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed.add(name)
            waiting.extend(one for table in by_name.get(name, []) for one in _dependencies(table))
    return needed


def _dependencies(table: dict[str, object]) -> Iterator[str]:
    """What a package needs; of foreign packages also what their extras need, for somebody may have asked for them."""
    extras = [] if _is_own(table) else mapping(table.get("optional-dependencies")).values()
    for declared in (table.get("dependencies"), *extras):
        yield from (_name(mapping(one)) for one in sequence(declared))


def _is_own(table: dict[str, object]) -> bool:
    return any(key in mapping(table.get("source")) for key in _OWN)


def _url(source: dict[str, object]) -> str:
    repository = text(source.get("git"))
    return masked(f"git+{repository}" if repository else text(source.get("url")))


def _name(table: dict[str, object]) -> str:
    return canonical(text(table.get("name")))


def _line(content: str, key: str) -> int | None:
    return next((number for number, line in enumerate(content.split("\n"), 1) if line.startswith(key)), None)
