"""Every English sentence that the sources can put into a plan: read from their string literals and from the tables."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import dockerize_ml
from dockerize_ml.knowledge.table import rows

SOURCE = Path(dockerize_ml.__file__).parent
# What can be heard in a generated file or in a note of ``init``.
SPEAKING = (
    "plan",
    "commands/locking.py",
    "engine/audit.py",
    "facts",
    "manifests/address.py",
    "manifests/formats/pipfile_lock.py",
    "manifests/misspelt.py",
    "manifests/read.py",
    "manifests/requirements_file.py",
    "manifests/unusable.py",
    "project/project.py",
    "project/reading.py",
    "project/source.py",
    "project/toml_reading.py",
    "project/walk.py",
    "project/yaml_reading.py",
    "manifests/in_step.py",
    "manifests/formats/conda_lock.py",
    "manifests/formats/conda_environment.py",
    "manifests/conda_packages.py",
    "report/facts_table.py",
    "report/lock_lines.py",
    "report/written.py",
    "resolve/ancient.py",
    "resolve/clashing.py",
    "resolve/history.py",
    "resolve/lacking.py",
    "resolve/need.py",
    "resolve/of_conda.py",
    "resolve/outgrown.py",
    "resolve/outmoded.py",
    "resolve/outlived.py",
    "resolve/places.py",
    "resolve/processors.py",
    "resolve/pythons.py",
    "resolve/question.py",
    "resolve/relaxing.py",
    "resolve/resolve.py",
    "resolve/solve.py",
    "resolve/releases.py",
    "resolve/running.py",
    "resolve/unasked.py",
    "resolve/undeclared.py",
)
COLUMNS = (
    ("accelerators", "place", "why"),
    ("app_servers", "server", "told"),
    ("caches", "cache", "why"),
    ("debian", "instead", "spares"),
    ("debian", "instead", "why"),
    ("frameworks", "framework", "told"),
    ("gpu", "cuda_need", "why"),
    ("gpu", "cuda_need", "hint"),
    ("ignore", "topic", "title"),
    ("model_files", "downloads", "from"),
    ("old_apis", "api", "why"),
    ("pickled_modules", "module", "why"),
    ("python_limits", "limit", "why"),
    ("undeclared", "need", "why"),
    ("unusable", "package", "why"),
)
# What stands for a value; no letter, so that it is no word of a sentence.
VALUE = "①"
_TWO_WORDS = re.compile(r"[A-Za-z']{2,}[,;:]? [A-Za-z']{2,}")


def in_the_sources() -> Iterator[tuple[str, str]]:
    """Each literal of two words or more, by its place; the values of an f-string are ``VALUE``."""
    for name in SPEAKING:
        path = SOURCE / name
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            shown = file.relative_to(SOURCE)
            module = import_module(".".join(("dockerize_ml", *shown.with_suffix("").parts)).removesuffix(".__init__"))
            for line, text in _literals(ast.parse(file.read_text(encoding="utf-8")), module):
                if _TWO_WORDS.search(re.sub(r"`[^`]*`", "", text)):
                    yield f"{shown.as_posix()}:{line}", text


def in_the_tables() -> Iterator[tuple[str, str]]:
    """Each sentence of the tables that ends up in a comment or a note."""
    for table, kind, column in COLUMNS:
        for row in rows(table, kind):
            text = row.why if column == "why" else row.text(column, "")
            if text:
                yield f"{table}.toml, {kind}", text


def _literals(node: ast.AST, module: ModuleType) -> Iterator[tuple[int, str]]:
    for child in _spoken_children(node):
        match child:
            case ast.Constant(value=str(text)):
                yield child.lineno, text
            case ast.JoinedStr(values=parts):
                yield child.lineno, "".join(_part(part, module) for part in parts)
                for part in parts:
                    yield from _literals(part, module)
            case _:
                yield from _literals(child, module)


def _spoken_children(node: ast.AST) -> Iterator[ast.AST]:
    """Those but docstrings, the pieces of an f-string, and what only an error says, which ends the command."""
    if isinstance(node, ast.JoinedStr):
        return
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.Expr(value=ast.Constant()):
                continue
            case ast.Raise(exc=ast.Call(func=ast.Name(id="LookupError" | "ProjectError"))):
                continue
            case ast.keyword(arg="hint") if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Error"):
                continue
        yield child


def _part(part: ast.expr, module: ModuleType) -> str:
    """A piece of an f-string; a constant of the module is known."""
    match part:
        case ast.Constant(value=str(text)):
            return text
        case ast.FormattedValue(value=ast.Name(id=name)):
            known = getattr(module, name, None)
            return known if isinstance(known, str) else VALUE
    return VALUE
