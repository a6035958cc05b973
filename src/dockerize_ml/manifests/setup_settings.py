"""What a ``setup.py`` takes out of an INI file beside it, as those of nbdev do with ``settings.ini``."""

import ast
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from dockerize_ml.manifests.found import Found
from dockerize_ml.manifests.ini import Section, read_ini
from dockerize_ml.project.project import Project

_READER = "configparser"
_ENDINGS = (".ini", ".cfg")
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class SetupSettings:
    """The file, and what each of its sections says."""

    path: str
    sections: dict[str, Section]

    @classmethod
    def beside(cls, project: Project, path: str, tree: ast.Module) -> "SetupSettings | None":
        """The file that the script has ``ConfigParser`` read, or None where it reads none that is there."""
        if not any(_imports(node) for node in ast.walk(tree)):
            return None
        named = (text for node in ast.walk(tree) for text in _read_by(node))
        paths = (posixpath.normpath(posixpath.join(posixpath.dirname(path), name)) for name in named)
        found = next((each for each in paths if project.exists(each)), None)
        return cls(found, read_ini(project.text(found))) if found is not None else None

    def taken(self, value: ast.AST, depth: int = 0) -> Iterator[Found]:
        """What an expression takes out of it: ``cfg['min_python']``, ``cfg.get('requirements', '').split()``."""
        match value:
            case _ if depth > _DEEPEST:
                return
            case ast.Subscript(value=section, slice=ast.Constant(value=str(key))):
                yield from self._of(_named(section), key)
            case ast.Call(func=ast.Attribute(value=section, attr="get"), args=[ast.Constant(value=str(first)), *more]):
                second = next(iter(more), None)
                if first in self.sections and isinstance(second, ast.Constant) and isinstance(second.value, str):
                    yield from self._of(first, second.value)
                else:
                    yield from self._of(_named(section), first)
            case ast.Call(func=ast.Attribute(value=ast.Name(id="shlex"), attr="split"), args=[inner, *_]):
                yield from _words(self.taken(inner, depth + 1))
            case ast.Call(func=ast.Attribute(value=inner, attr="split"), args=[]):
                yield from _words(self.taken(inner, depth + 1))
            case ast.Call(func=ast.Attribute(value=inner, attr="split" | "splitlines" | "strip")):
                yield from self.taken(inner, depth + 1)

    def _of(self, section: str, key: str) -> Iterator[Found]:
        """The lines of a key: of that section, or, where the expression does not tell it, of whichever has it."""
        named = self.sections.get(section)
        sections = [named] if named is not None else list(self.sections.values())
        values = next((each[key.lower()] for each in sections if key.lower() in each), [])
        yield from (Found(value.text, value.line, path=self.path) for value in values)


def _imports(node: ast.AST) -> bool:
    match node:
        case ast.Import(names=names):
            return any(each.name.lower() == _READER for each in names)
        case ast.ImportFrom(module=str(module)):
            return module.lower() == _READER
    return False


def _read_by(node: ast.AST) -> Iterator[str]:
    """The names of files in ``config.read('settings.ini')``, alone or in a list."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in {"read", "read_file"}:
        for each in (inner for argument in node.args for inner in ast.walk(argument)):
            if isinstance(each, ast.Constant) and isinstance(each.value, str) and each.value.endswith(_ENDINGS):
                yield each.value


def _named(section: ast.expr) -> str:
    """The section of ``config['DEFAULT']['name']``; empty where a name stands for it."""
    match section:
        case ast.Subscript(slice=ast.Constant(value=str(name))):
            return name
    return ""


def _words(found: Iterator[Found]) -> Iterator[Found]:
    yield from (Found(word, each.line, path=each.path) for each in found for word in each.text.split())
