"""The file as a whole: there must be a stage, and only ARG may stand before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.dockerfile.instructions import KEYWORDS
from dockerize_ml.dockerfile.nodes import Problem, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.dockerfile.nodes import Dockerfile

_HINT = "Begin with a base image: `FROM python:3.12-slim`."


def refused_layout(dockerfile: Dockerfile) -> Iterator[Problem]:
    """Say what is wrong with the file as a whole."""
    if not dockerfile.instructions:
        yield Problem("there are no instructions in this file", _HINT, Span(0, 0))
        return
    for instruction in dockerfile.instructions:
        if instruction.stage >= 0:
            break
        if instruction.keyword != "ARG" and instruction.keyword in KEYWORDS:
            message = f"`{instruction.keyword}` stands before the first FROM, where only ARG may"
            yield Problem(message, "Move it below the FROM.", instruction.keyword_span)
    if not dockerfile.stages:
        yield Problem("there is no FROM in this file", _HINT, dockerfile.instructions[0].keyword_span)
