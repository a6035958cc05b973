"""Tell which tool a ``pyproject.toml`` is meant for."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from dockerize_ml.project.project import Project
from dockerize_ml.project.shape import below, mapping, text

Manager = Literal["pip", "uv", "poetry", "pdm"]

_LOCKS: tuple[tuple[str, Manager], ...] = (("uv.lock", "uv"), ("poetry.lock", "poetry"), ("pdm.lock", "pdm"))
_BACKENDS: tuple[tuple[str, Manager], ...] = (("poetry", "poetry"), ("uv_build", "uv"), ("pdm", "pdm"))
# What `uv init` writes, and hardly anybody else.
_UV_DESCRIPTION = "Add your description here"


class Managed(NamedTuple):
    """The tool, and its lock file where there is one."""

    manager: Manager
    lock: str | None = None


def manager_of(project: Project, path: str, data: dict[str, object]) -> Managed:
    """The tool of a ``pyproject.toml``: its lock file tells best, then its table, then the build backend."""
    locks = [(manager, lock) for lock, manager in _locks_above(project, path)]
    wanted = _declared(data)
    agreeing = [(manager, lock) for manager, lock in locks if wanted in {manager, "pip"}]
    if agreeing or locks:
        return Managed(*(agreeing or locks)[0])
    return Managed(wanted)


def _locks_above(project: Project, path: str) -> Iterator[tuple[str, Manager]]:
    """The lock files beside the file, then those of the folders above: a workspace keeps a single one."""
    folder = path.rpartition("/")[0]
    while True:
        prefix = f"{folder}/" if folder else ""
        yield from ((prefix + lock, manager) for lock, manager in _LOCKS if project.exists(prefix + lock))
        if not folder:
            return
        folder = folder.rpartition("/")[0]


def _declared(data: dict[str, object]) -> Manager:
    tools = mapping(data.get("tool"))
    if _is_poetry(mapping(tools.get("poetry"))):
        return "poetry"
    backend = text(below(data, "build-system", "build-backend"))
    for prefix, manager in _BACKENDS:
        if backend.startswith(prefix):
            return manager
    if "uv" in tools or text(below(data, "project", "description")) == _UV_DESCRIPTION:
        return "uv"
    return "pdm" if "pdm" in tools else "pip"


def _is_poetry(table: dict[str, object]) -> bool:
    """Whether Poetry installs from it; a lone ``[tool.poetry.…]`` of a plugin does not say so."""
    return any(
        key in table
        for key in ("dependencies", "group", "dev-dependencies", "name", "package-mode", "packages", "requires-poetry")
    )
