"""Build stages, and which earlier stage each starts from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.dockerfile.expand import expand
from dockerize_ml.dockerfile.nodes import Instruction, Span, Stage, Word
from dockerize_ml.dockerfile.scope import global_scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.dockerfile.nodes import Node


def read_stages(nodes: tuple[Node, ...], escape: str) -> tuple[Stage, ...]:
    """The stages in order."""
    names: dict[str, int] = {}
    scope = global_scope(_before_stages(nodes), escape)
    stages: list[Stage] = []
    for start, instructions in _groups(nodes):
        image = start.words[0] if start.words else Word("", "", Span(start.extent.end, start.extent.end))
        base = expand(image.text, scope, escape)
        alias = _alias(start)
        stage = Stage(
            index=len(stages),
            name=alias.text if alias else None,
            name_span=alias.span if alias else None,
            image=image,
            base=base,
            platform=start.flag("platform"),
            # BuildKit keeps names in lower case, and looks for what FROM says as it is written.
            parent=names.get(base),
            start=start,
            instructions=instructions,
        )
        if stage.name is not None:
            names[stage.name.lower()] = stage.index
        stages.append(stage)
    return tuple(stages)


def _groups(nodes: tuple[Node, ...]) -> Iterator[tuple[Instruction, tuple[Instruction, ...]]]:
    start: Instruction | None = None
    behind: list[Instruction] = []
    for node in nodes:
        if not isinstance(node, Instruction):
            continue
        if node.keyword != "FROM":
            behind.append(node)
            continue
        if start is not None:
            yield start, tuple(behind)
        start, behind = node, []
    if start is not None:
        yield start, tuple(behind)


def _before_stages(nodes: tuple[Node, ...]) -> Iterator[Instruction]:
    for node in nodes:
        if isinstance(node, Instruction):
            if node.keyword == "FROM":
                return
            yield node


def _alias(start: Instruction) -> Word | None:
    if len(start.words) >= 3 and start.words[1].text.upper() == "AS":
        return start.words[2]
    return None
