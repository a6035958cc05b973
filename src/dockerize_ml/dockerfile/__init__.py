"""The Dockerfile language: a lossless parser that agrees with BuildKit. Knows no rules and nothing else of ours."""

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
from dockerize_ml.dockerfile.source import read_bytes

__all__ = [
    "Blank",
    "Comment",
    "Directive",
    "Dockerfile",
    "Flag",
    "Heredoc",
    "Instruction",
    "Joined",
    "Node",
    "Pair",
    "Position",
    "Problem",
    "Span",
    "Stage",
    "Word",
    "parse",
    "read_bytes",
]
