"""The Dockerfile language: a lossless parser that agrees with BuildKit. Knows no rules and nothing else of ours."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dockerize_ml.dockerfile.editor import apply
    from dockerize_ml.dockerfile.expand import Reference, references, variables
    from dockerize_ml.dockerfile.ignore import Ignore
    from dockerize_ml.dockerfile.image import ImageReference
    from dockerize_ml.dockerfile.nodes import (
        Blank,
        Comment,
        Directive,
        Dockerfile,
        Flag,
        Heredoc,
        Instruction,
        Joined,
        Node,
        Pair,
        Position,
        Problem,
        Span,
        Stage,
        Word,
    )
    from dockerize_ml.dockerfile.parser import parse
    from dockerize_ml.dockerfile.scope import Scope, Variable, scope_at, walk_scopes
    from dockerize_ml.dockerfile.source import read_bytes

__all__ = [
    "Blank",
    "Comment",
    "Directive",
    "Dockerfile",
    "Flag",
    "Heredoc",
    "Ignore",
    "ImageReference",
    "Instruction",
    "Joined",
    "Node",
    "Pair",
    "Position",
    "Problem",
    "Reference",
    "Scope",
    "Span",
    "Stage",
    "Variable",
    "Word",
    "apply",
    "parse",
    "read_bytes",
    "references",
    "scope_at",
    "variables",
    "walk_scopes",
]

_HOMES = {
    "Blank": "nodes",
    "Comment": "nodes",
    "Directive": "nodes",
    "Dockerfile": "nodes",
    "Flag": "nodes",
    "Heredoc": "nodes",
    "Ignore": "ignore",
    "ImageReference": "image",
    "Instruction": "nodes",
    "Joined": "nodes",
    "Node": "nodes",
    "Pair": "nodes",
    "Position": "nodes",
    "Problem": "nodes",
    "Reference": "expand",
    "Scope": "scope",
    "Span": "nodes",
    "Stage": "nodes",
    "Variable": "scope",
    "Word": "nodes",
    "apply": "editor",
    "parse": "parser",
    "read_bytes": "source",
    "references": "expand",
    "scope_at": "scope",
    "variables": "expand",
    "walk_scopes": "scope",
}


def __getattr__(name: str) -> object:
    """Import a name where it is first used, so that importing one module does not load all of them."""
    from importlib import import_module  # noqa: PLC0415 - see above

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
