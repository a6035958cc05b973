"""Which code of a file runs when the file is started, and who starts what does not run by itself."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from dockerize_ml.facts.source.module import Function

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dockerize_ml.facts.source.graph import SourceGraph
    from dockerize_ml.facts.source.module import Module

_MOST_HANDS = 3
_Definition = (*Function.__args__, ast.ClassDef)


class Running:
    """Answers by names alone: a function runs when something that runs mentions its name."""

    def __init__(self, graph: SourceGraph) -> None:
        self._graph = graph
        self._reached: dict[str, frozenset[str]] = {}

    def runs_itself(self, module: Module, functions: Iterable[Function]) -> bool:
        """Whether code inside these functions runs when the file is started."""
        reached = self.reached(module)
        return all(function.name in reached for function in functions)

    def reached(self, module: Module) -> frozenset[str]:
        """Every name that is mentioned by what runs when the file is started."""
        if module.path not in self._reached:
            self._reached[module.path] = frozenset(self._spread(module, module.tree.body))
        return self._reached[module.path]

    def starters(self, path: str, functions: tuple[Function, ...]) -> tuple[str, ...]:
        """The files to start so that code inside these functions runs: the file itself, or those that call it."""
        module = self._graph.module(path)
        if module is None:
            return (path,)
        names = {function.name for function in functions}
        if self.runs_itself(module, functions):
            # `@app.command()`: who calls `app` runs it as well.
            holders = {holder for function in functions for holder in _holders(function)} & module.names.keys()
            # What only its main block runs, another file runs by calling it.
            by_name = names - self._imported(module)
            return tuple(dict.fromkeys((path, *self._callers(path, holders | by_name, set()))))
        owners = {node.name for node in module.nodes if isinstance(node, ast.ClassDef)}
        directly = tuple(self._callers(path, names, owners))
        # What a command's function leads to, whoever else calls that.
        return directly or (path, *self._callers(path, _calling(module, names), set()))

    def _imported(self, module: Module) -> frozenset[str]:
        """Every name that is mentioned by what runs when the file is imported."""
        return frozenset(self._spread(module, (each for each in module.tree.body if each is not module.main_block)))

    def callers(self, path: str) -> tuple[str, ...]:
        """The files that call something of a file when they are started, directly or through a few hands."""
        module = self._graph.module(path)
        if module is None:
            return ()
        names = {name for name, _ in _definitions(module.tree)}
        return tuple(self._callers(path, names, set()))

    def _callers(self, path: str, names: set[str], owners: set[str]) -> Iterator[str]:
        waiting = [path]
        seen = {path}
        for _ in range(_MOST_HANDS):
            importing = sorted({file for one in waiting for file in self._graph.importers.get(one, ())} - seen)
            seen.update(importing)
            waiting = importing
            for file in importing:
                caller = self._graph.module(file)
                if caller is not None and (names | owners) & self.reached(caller):
                    yield file

    def _spread(self, module: Module, run: Iterable[ast.stmt]) -> set[str]:
        definitions: dict[str, list[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]] = {}
        for name, node in _definitions(module.tree):
            definitions.setdefault(name, []).append(node)
        waiting = list(_mentioned(statement for statement in run if not isinstance(statement, _Definition)))
        waiting.extend(name for name, nodes in definitions.items() if any(map(_is_registered, nodes)))
        reached: set[str] = set()
        while waiting:
            name = waiting.pop()
            if name in reached:
                continue
            reached.add(name)
            waiting.extend(inner for node in definitions.get(name, ()) for inner in _mentioned(node.body))
        return reached


def _definitions(tree: ast.Module) -> list[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]]:
    return [(node.name, node) for node in ast.walk(tree) if isinstance(node, _Definition)]


def _calling(module: Module, names: set[str]) -> set[str]:
    """The names, and those of all that mentions one of them in the same file, through whatever hands."""
    mentioned = [(name, set(_mentioned(node.body))) for name, node in _definitions(module.tree)]
    found = set(names)
    while more := {name for name, inner in mentioned if inner & found} - found:
        found |= more
    return found


def _is_registered(node: ast.AST) -> bool:
    """Whether a decorator hands the function to something that calls it: ``@app.command()``, ``@hydra.main()``."""
    return isinstance(node, Function) and any(not _is_plain(decorator) for decorator in node.decorator_list)


def _holders(node: Function) -> Iterator[str]:
    """The names of what a function is handed to by its decorators."""
    for decorator in node.decorator_list:
        root = decorator
        while isinstance(root, ast.Call | ast.Attribute):
            root = root.func if isinstance(root, ast.Call) else root.value
        if isinstance(root, ast.Name) and not _is_plain(decorator):
            yield root.id


def _is_plain(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Name) and decorator.id in {
        "staticmethod",
        "classmethod",
        "property",
        "cache",
        "lru_cache",
    }


def _mentioned(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """Names and attributes that the nodes mention, inside functions they define too."""
    for root in nodes:
        for node in ast.walk(root):
            if isinstance(node, ast.Name):
                yield node.id
            elif isinstance(node, ast.Attribute):
                yield node.attr
