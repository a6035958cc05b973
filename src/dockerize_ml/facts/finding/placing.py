"""In which folder a program has to be started, and what its file is called from there."""

from __future__ import annotations

import ast
import sys
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.facts.source.layout import module_name, parents
from dockerize_ml.knowledge.frameworks import framework as known_framework

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.survey import Survey

# Standard modules of which a name beside a program's file does not keep Python from starting: few import them.
_SELDOM = frozenset(
    {"test", "this", "antigravity", "turtle", "turtledemo", "idlelib", "lib2to3", "code", "cmd", "sched"}
)
_STANDARD = sys.stdlib_module_names - _SELDOM
_BUILD_FILES = ("pyproject.toml", "setup.py", "setup.cfg")


class Placed(NamedTuple):
    """A folder to start in, the module's name and path as seen from there, and what else must be on the path."""

    workdir: str
    module: str
    path: str
    roots: tuple[str, ...] = ()


def place_module(survey: Survey, path: str) -> Placed:
    """Where a server has to be started to import the file's module."""
    needed = roots_needed(survey, path)
    around = _around(path)
    fitting = [root for root in around if root in needed and _fits(survey, path, root)]
    if fitting:
        root = max(fitting, key=lambda folder: needed[folder])
        others = tuple(sorted(needed.keys() - {root, "."}))
        if _is_installed_from(survey, root):
            return Placed(_parent(root), module_name(path, root), _from(path, _parent(root)), (root, *others))
        return Placed(root, module_name(path, root), _from(path, root), others)
    root = _free_root(survey, path, around)
    if _is_installed_from(survey, root):
        return Placed(_parent(root), module_name(path, root), _from(path, _parent(root)), (root,))
    return Placed(root, module_name(path, root), _from(path, root), tuple(sorted(needed.keys() - {root, "."})))


def place_script(survey: Survey, path: str) -> Placed:
    """Where ``python path`` has to be started: Python itself puts the script's own folder on the path.

    It does not for ``__main__.py``, which ``python -m`` runs.
    """
    own = "" if path.endswith("/__main__.py") else _parent(path)
    needed = roots_needed(survey, path)
    workdir = _home(survey, path)
    others = tuple(sorted(needed.keys() - {own}))
    return Placed(workdir, module_name(path, workdir), _from(path, workdir), others)


def in_its_package(survey: Survey, program: Program) -> Program:
    """The program with the name of its module, where its file does not run as a file.

    It imports what lies beside it as part of a package; or its folder, where Python then looks first for whatever is
    imported, has a module of a name that is not meant.
    """
    path = program.file
    if not program.entrypoint.endswith(".py") or path.endswith("/__main__.py"):
        return program
    needed = roots_needed(survey, path)
    is_hidden = _parent(path) not in needed and hides_others(survey, path)
    if not is_hidden and not imports_its_package(survey, path):
        return program
    installed = (root for root in _around(path) if _is_installed_from(survey, root))
    roots = dict.fromkeys((*needed, *installed, program.workdir))
    fitting = (root for root in roots if root in _around(path) and _fits(survey, path, root))
    root = next((root for root in fitting if not is_hidden or root != _parent(path)), None)
    if root is None:
        return program
    # ``python -m`` has the folder that it is started in on the path, and no other tool does.
    there = {program.workdir} if _is_run_by_python(program) else set()
    return replace(program, called=module_name(path, root), import_roots=tuple(sorted({*needed, root} - there)))


def roots_needed(survey: Survey, path: str) -> Counter[str]:
    """The folders that the program's absolute imports of its own modules need on the path, with how many need it.

    Args:
        survey: the project.
        path: the program's file.
    """
    found: Counter[str] = Counter()
    for file in survey.source.reachable(path):
        own = {edge.root for edge in survey.source.edges(file) if edge.root is not None}
        found.update(dict.fromkeys(own, 1000 if file == path else 1))
    return found


def _is_run_by_python(program: Program) -> bool:
    known = known_framework(program.framework)
    return known is None or known.command[0] == "python"


def imports_its_package(survey: Survey, path: str) -> bool:
    """Whether the file imports relatively, and always so: in a ``try`` it can do without."""
    module = survey.source.module(path)
    return module is not None and any(isinstance(node, ast.ImportFrom) and node.level for node in module.tree.body)


def hides_others(survey: Survey, path: str) -> bool:
    """Whether a neighbour of the file, or it itself, has the name of a module that is imported from elsewhere."""
    folder = _parent(path)
    if folder == ".":
        return False
    near = {one.removeprefix(f"{folder}/").partition("/")[0].removesuffix(".py") for one in _below(survey, folder)}
    if near & _STANDARD:
        return True
    for file in survey.source.reachable(path):
        for line in survey.source.lines(file):
            top = line.module.partition(".")[0]
            if not line.level and top in near and survey.source.layout.locate(file, 0, top) is None:
                return True
    return False


def _below(survey: Survey, folder: str) -> Iterator[str]:
    return (one for one in survey.source.program_files if one.startswith(f"{folder}/"))


def _fits(survey: Survey, path: str, root: str) -> bool:
    """Whether the module's dotted name is deep enough for its relative imports, and is a name at all."""
    name = module_name(path, root)
    depth = name.count(".") + (1 if path.endswith("__init__.py") else 0)
    deepest = max((line.level for line in survey.source.lines(path)), default=0)
    return depth >= deepest and all(part.isidentifier() for part in name.split("."))


def _free_root(survey: Survey, path: str, around: list[str]) -> str:
    """The root of a file whose imports do not tell."""
    fitting = [root for root in around if _fits(survey, path, root)] or [_parent(path)]
    package = _parent(path)
    while survey.source.layout.is_package(package) and package != ".":
        package = _parent(package)
    outside = [root for root in fitting if root in {package, "."} or package.startswith(f"{root}/")]
    home = _home(survey, path)
    allowed = outside or fitting
    installed = next((root for root in allowed if _is_installed_from(survey, root)), None)
    if installed is not None and survey.source.layout.is_package(_parent(path)):
        return installed
    return home if home in allowed else installed or allowed[-1]


def _home(survey: Survey, path: str) -> str:
    """The nearest folder around the file that has a manifest of its own, else the root."""
    for folder in _around(path):
        if folder in survey.manifest_folders:
            return folder
    return "."


def _is_installed_from(survey: Survey, root: str) -> bool:
    """Whether the folder is the ``src`` of a project that is installed as a package."""
    if root == "." or root.rpartition("/")[2] not in {"src", "lib", "source", "python"}:
        return False
    above = _parent(root)
    return any(
        survey.project.exists(name if above == "." else f"{above}/{name}") and _declares_package(survey, above, name)
        for name in _BUILD_FILES
    )


def _declares_package(survey: Survey, folder: str, name: str) -> bool:
    if name == "setup.cfg":
        return False
    text = survey.text(name if folder == "." else f"{folder}/{name}")
    return "setup(" in text if name == "setup.py" else "[build-system]" in text


def _around(path: str) -> list[str]:
    """The folders around a file, its own first."""
    return list(parents(path))


def _parent(path: str) -> str:
    return path.rpartition("/")[0] or "."


def _from(path: str, folder: str) -> str:
    return path if folder == "." else path.removeprefix(f"{folder}/")
