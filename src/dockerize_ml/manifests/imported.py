"""What the source imports, for projects that list no dependencies anywhere."""

import ast
import re
import sys
from collections.abc import Iterator

from dockerize_ml.errors import ProjectError
from dockerize_ml.knowledge.imports import distribution_of, provider_of
from dockerize_ml.knowledge.python_changes import python_changes
from dockerize_ml.manifests.names import canonical
from dockerize_ml.manifests.own_modules import OwnModules
from dockerize_ml.manifests.purpose import purpose_of
from dockerize_ml.manifests.requirement import Manifest, Requirement
from dockerize_ml.manifests.requirement_line import read_requirement
from dockerize_ml.manifests.sure_imports import sure_imports
from dockerize_ml.project.project import Project

_MOST_FILES = 1_000
_INSTALL = re.compile(r"[!%]\s*(?:python3?\s+-m\s+)?(?:uv\s+)?pip3?\s+install\s+(?P<arguments>.*)")
_IMPORT = re.compile(r"\s*(?:from\s+(?P<origin>[A-Za-z_][\w.]*)\s+import\b|import\s+(?P<modules>[A-Za-z_][\w., \t]*))")


def read_imports(project: Project) -> Manifest | None:
    """The distributions behind a project's imports; nothing where it imports nothing foreign."""
    found: dict[str, Requirement] = {}
    own = OwnModules(project)
    every = (*project.python_files, *project.notebooks)
    files = [path for path in every if not purpose_of(path).is_development]
    # A package called `shop_demo` is all that there is beside its setup.py.
    is_program = any(path.rpartition("/")[2] != "setup.py" for path in files)
    for path in (files if is_program else every)[:_MOST_FILES]:
        for requirement in (*_installed(project, path), *_imported(project, path, own)):
            found.setdefault(requirement.name, requirement)
    if not found:
        return None
    requirements = tuple(found[name] for name in sorted(found))
    return Manifest(path=".", format="imports", manager="none", requirements=requirements)


def _imported(project: Project, path: str, own: OwnModules) -> Iterator[Requirement]:
    tree = project.tree(path)
    for module, line in _modules(tree) if tree is not None else _written(project, path):
        if not _is_standard(module.partition(".")[0]) and not own.has(module, path):
            yield Requirement(canonical(distribution_of(module)), "", project.place(path, line), kind="imported")


def _is_standard(module: str) -> bool:
    """Whether a Python has it, or had: what only Python 2 called so no index has, or something else by that name."""
    return module in sys.stdlib_module_names or (module in python_changes() and provider_of(module) is None)


def _modules(tree: ast.Module) -> Iterator[tuple[str, int]]:
    for node in sure_imports(tree):
        match node:
            case ast.Import(names=names):
                yield from ((alias.name, node.lineno) for alias in names)
            case ast.ImportFrom(module=str(module), level=0, names=names):
                yield from ((f"{module}.{alias.name}", node.lineno) for alias in names[:1])


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
