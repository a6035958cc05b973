"""What the source imports, for projects that list no dependencies anywhere."""

import ast
import re
import sys
from collections.abc import Iterator

from dockerize_ml.errors import ProjectError
from dockerize_ml.knowledge.imports import distribution_of
from dockerize_ml.manifests.names import canonical
from dockerize_ml.manifests.own_modules import OwnModules
from dockerize_ml.manifests.purpose import purpose_of
from dockerize_ml.manifests.requirement import Manifest, Requirement
from dockerize_ml.manifests.requirement_line import read_requirement
from dockerize_ml.project.project import Project

_MOST_FILES = 1_000
_INSTALL = re.compile(r"[!%]\s*(?:python3?\s+-m\s+)?(?:uv\s+)?pip3?\s+install\s+(?P<arguments>.*)")
_IMPORT = re.compile(r"\s*(?:from\s+(?P<origin>[A-Za-z_][\w.]*)\s+import\b|import\s+(?P<modules>[A-Za-z_][\w., \t]*))")
_MISSING = frozenset({"ImportError", "ModuleNotFoundError"})
_BROAD = frozenset({"Exception", "BaseException"})
_ENDS = frozenset({"exit", "_exit", "quit", "abort", "stop"})


def read_imports(project: Project) -> Manifest | None:
    """The distributions behind a project's imports; nothing where it imports nothing foreign."""
    found: dict[str, Requirement] = {}
    own = OwnModules(project)
    every = (*project.python_files, *project.notebooks)
    files = [path for path in every if not purpose_of(path).is_development]
    for path in (files or every)[:_MOST_FILES]:
        for requirement in (*_installed(project, path), *_imported(project, path, own)):
            found.setdefault(requirement.name, requirement)
    if not found:
        return None
    requirements = tuple(found[name] for name in sorted(found))
    return Manifest(path=".", format="imports", manager="none", requirements=requirements)


def _imported(project: Project, path: str, own: OwnModules) -> Iterator[Requirement]:
    tree = project.tree(path)
    for module, line in _modules(tree) if tree is not None else _written(project, path):
        if module.partition(".")[0] not in sys.stdlib_module_names and not own.has(module, path):
            yield Requirement(canonical(distribution_of(module)), "", project.place(path, line), kind="imported")


def _modules(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """The modules that must be there: not those that the program can do without, nor those for type checkers."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        match node:
            case ast.Import(names=names):
                yield from ((alias.name, node.lineno) for alias in names)
            case ast.ImportFrom(module=str(module), level=0, names=names):
                yield from ((f"{module}.{alias.name}", node.lineno) for alias in names[:1])
            case ast.If() if "TYPE_CHECKING" in ast.unparse(node.test):
                waiting.extend(node.orelse)
            case ast.Try() if _is_optional(node):
                waiting.extend((*node.orelse, *node.finalbody, *node.handlers))
            case ast.expr():
                continue
            case _:
                waiting.extend(ast.iter_child_nodes(node))


def _written(project: Project, path: str) -> Iterator[tuple[str, int]]:
    """What the lines of a file import that cannot be parsed: broken, or written for Python 2."""
    try:
        lines = project.lines(path) if path.endswith(".py") else ()
    except ProjectError:
        return
    for number, line in enumerate(lines, 1):
        found = _IMPORT.match(line)
        if found:
            names = found["origin"] or found["modules"]
            yield from ((name.split()[0], number) for name in names.split(",") if name.strip())


def _is_optional(node: ast.Try) -> bool:
    """Whether a missing module is caught, and not only to say so before ending."""
    only_imports = all(isinstance(statement, ast.Import | ast.ImportFrom) for statement in node.body)
    caught = _MISSING | _BROAD if only_imports else _MISSING
    return any(_catches(handler, caught) and not _ends(handler) for handler in node.handlers)


def _catches(handler: ast.ExceptHandler, caught: frozenset[str]) -> bool:
    if handler.type is None:
        return bool(caught & _BROAD)
    return any(isinstance(node, ast.Name) and node.id in caught for node in ast.walk(handler.type))


def _ends(handler: ast.ExceptHandler) -> bool:
    """Whether the program gives up: it raises, or calls something like ``sys.exit``."""
    for node in ast.walk(handler):
        match node:
            case ast.Raise():
                return True
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in _ENDS:
                return True
    return False


def _installed(project: Project, path: str) -> Iterator[Requirement]:
    """What a notebook installs by itself: ``!pip install torch==2.1``."""
    notebook = project.notebook(path) if path.endswith(".ipynb") else None
    for line, magic in notebook.magics if notebook else ():
        install = _INSTALL.match(magic)
        for word in _words(install["arguments"]) if install else ():
            entries = read_requirement(word, project.place(path, line))
            yield from (entry for entry in entries if isinstance(entry, Requirement))


def _words(arguments: str) -> Iterator[str]:
    """The requirements among the arguments; what follows an option may be its value and is passed over."""
    words = [word.strip("'\"") for word in re.split(r"[;&|#]", arguments)[0].split()]
    for before, word in zip(["", *words], words, strict=False):
        is_value = before.startswith("-") and before not in {
            "-q",
            "-U",
            "-qq",
            "--quiet",
            "--upgrade",
            "--pre",
            "-qU",
            "-Uq",
        }
        if not word.startswith("-") and not is_value:
            yield word
