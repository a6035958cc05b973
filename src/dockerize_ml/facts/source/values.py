"""What an expression stands for, as far as the source tells without running it."""

import ast
from dataclasses import dataclass

from dockerize_ml.facts.source.module import Function, Module
from dockerize_ml.project.place import Place


@dataclass(frozen=True, slots=True)
class Scope:
    """Where an expression stands: module, functions and class around it, and what the innermost was passed."""

    module: Module
    functions: tuple[Function, ...] = ()
    owner: "OwnClass | None" = None
    passed: "tuple[tuple[str, ast.expr, Scope], ...]" = ()


@dataclass(frozen=True, slots=True)
class External:
    """Something that another distribution provides: ``flask.Flask``."""

    dotted: str


@dataclass(frozen=True, slots=True)
class Instance:
    """What calling something external returned: ``flask.Flask`` for ``Flask(…)``; ``own`` for a class in between."""

    of: str
    call: ast.Call
    scope: Scope
    own: "OwnClass | None" = None

    @property
    def place(self) -> Place:
        """Where it was made."""
        return Place(self.scope.module.path, self.call.lineno)


@dataclass(frozen=True, slots=True)
class Member:
    """An attribute of an instance: ``app.server``."""

    instance: Instance
    name: str


@dataclass(frozen=True, slots=True)
class OwnModule:
    """A module or package of the project; ``path`` is a folder for a package without ``__init__.py``."""

    path: str


@dataclass(frozen=True, slots=True)
class OwnFunction:
    """A function of the project."""

    node: Function
    scope: Scope


@dataclass(frozen=True, slots=True)
class OwnClass:
    """A class of the project."""

    node: ast.ClassDef
    scope: Scope


@dataclass(frozen=True, slots=True)
class OwnObject:
    """An object of a class of the project."""

    of: OwnClass
    call: ast.Call | None = None


Thing = External | Instance | Member | OwnModule | OwnFunction | OwnClass | OwnObject
