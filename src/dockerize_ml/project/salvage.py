"""What can be read of source that does not parse: Python 2, a slip, syntax newer than the Python we run on."""

import ast
import re

# Each try parses the file anew.
_MOST_TRIES = 25
_LARGEST = 200_000
# How Python 2 writes what Python 3 has too. Every line stays where it is, so that evidence can point at it.
_PYTHON_3_FOR = (
    (re.compile(r"^([ \t]*)print[ \t]+([^(=\s][^#\n]*?),?[ \t]*(?:#.*)?$", re.MULTILINE), r"\1print(\2)"),
    (re.compile(r"^([ \t]*except[ \t]+[\w.()\[\], \t]+?)[ \t]*,[ \t]*(\w+)[ \t]*:", re.MULTILINE), r"\1 as \2:"),
    (re.compile(r"^([ \t]*raise[ \t]+[\w.]+)[ \t]*,.*$", re.MULTILINE), r"\1"),
    (re.compile(r"^([ \t]*)exec[ \t]+[^(\s].*$", re.MULTILINE), r"\1pass"),
    (re.compile(r"(?<![\w.])0([0-7]+)(?![\w.])"), r"0o\1"),
    (re.compile(r"(?<![\w.])(\d+)[lL]\b"), r"\1"),
    (re.compile(r"<>"), "!="),
)


def salvaged(text: str, *, is_python_2: bool) -> ast.Module | None:
    """The tree of the lines that can be read, each at its own place; None where too few can."""
    if len(text) > _LARGEST:
        return None
    lines = (_as_python_3(text) if is_python_2 else text).split("\n")
    for _ in range(_MOST_TRIES):
        try:
            tree = ast.parse("\n".join(lines))
        except SyntaxError as trouble:
            at = (trouble.lineno or 0) - 1
            if not 0 <= at < len(lines):
                return None
            lines[at] = _without(lines[at])
        except (ValueError, RecursionError, MemoryError):
            return None
        else:
            return tree if any(not isinstance(statement, ast.Pass) for statement in tree.body) else None
    return None


def _as_python_3(text: str) -> str:
    translated = text.expandtabs(8)
    for python_2, python_3 in _PYTHON_3_FOR:
        translated = python_2.sub(python_3, translated)
    return translated


def _without(line: str) -> str:
    """A statement that does nothing in the place of one that cannot be read; no line where even that cannot stand."""
    indent = line[: len(line) - len(line.lstrip())]
    return "" if line.strip() == "pass" else f"{indent}pass"
