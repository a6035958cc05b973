"""What a program's command line offers: verbs, options, and the code behind each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import ast
    from collections.abc import Mapping, Sequence

    from dockerize_ml.facts.source.values import Scope
    from dockerize_ml.project.place import Place

# What a name of the command line holds when nothing is typed; `Referred` for a function that it hands over.
Value = str | int | float | bool | None


class Referred(NamedTuple):
    """An expression of the project that a name of the command line holds: ``set_defaults(func=serve)``."""

    node: ast.expr
    scope: Scope


class Unknown:
    """What only the running program knows."""


UNKNOWN = Unknown()
Held = Value | Referred | Unknown


class Option(NamedTuple):
    """An option or an argument of a command line.

    Attributes:
        names: as they are typed, ``--host`` and ``-h``; empty for an argument that is known by its place.
        holder: the name under which the program reads it.
        default: the expression, or None where there is none.
        held: what it holds when it is not given.
        told: its help.
        takes_value: whether a value follows it.
        is_required: whether the program refuses to start without it.
        declared: the call that declares it; None where it is a plain parameter.
    """

    names: tuple[str, ...]
    holder: str
    default: ast.expr | None
    scope: Scope
    at: Place
    held: Held = None
    told: str = ""
    takes_value: bool = True
    is_required: bool = False
    declared: ast.Call | None = None


class Verb(NamedTuple):
    """One way to call a program.

    Attributes:
        words: what is typed behind its name: ``("serve",)``; empty for the bare program.
        body: the statements that run, and where they stand.
        options: those that are typed behind the words, of which the first of a name counts.
        earlier: those that are typed before the words.
        holds: what the code finds in the names of the command line when nothing but the words is typed.
        own: the function of which the parameters are such names; None where they are attributes of what was parsed.
        at: where it is declared.
    """

    words: tuple[str, ...]
    body: Sequence[ast.stmt]
    scope: Scope
    options: tuple[Option, ...]
    earlier: tuple[Option, ...]
    holds: Mapping[str, Held]
    own: ast.FunctionDef | ast.AsyncFunctionDef | None
    at: Place
