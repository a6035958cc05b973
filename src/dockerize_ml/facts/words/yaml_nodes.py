"""YAML as nodes that know their lines, read within limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.errors import ProjectError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml.nodes import Node

    from dockerize_ml.project.project import Project

_LIMIT = 200_000


def root_node(project: Project, path: str) -> Node | None:
    """The first document of a file, or None where it cannot be read."""
    import yaml  # noqa: PLC0415 - most projects have no such file

    if project.size(path) > _LIMIT:
        return None
    try:
        # Composing builds nodes only: nothing is constructed, and an alias stays one shared node.
        documents = yaml.compose_all(project.text(path), Loader=yaml.SafeLoader)
        return next(iter(documents), None)
    except (yaml.YAMLError, ProjectError, RecursionError, ValueError):
        return None


def entries(node: Node | None) -> Iterator[tuple[str, Node]]:
    """The pairs of a mapping node."""
    from yaml.nodes import MappingNode, ScalarNode  # noqa: PLC0415

    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode):
                yield str(key.value), value


def at(node: Node | None, *keys: str) -> Node | None:
    """The node under these keys, one inside the other."""
    for key in keys:
        node = dict(entries(node)).get(key)
    return node


def items(node: Node | None) -> list[Node]:
    """The items of a sequence node; a lone scalar counts as one."""
    from yaml.nodes import ScalarNode, SequenceNode  # noqa: PLC0415

    if isinstance(node, SequenceNode):
        return list(node.value)
    return [node] if isinstance(node, ScalarNode) else []


def text(node: Node | None) -> str:
    """The text of a scalar node, else empty."""
    from yaml.nodes import ScalarNode  # noqa: PLC0415

    return str(node.value) if isinstance(node, ScalarNode) else ""


def line(node: Node) -> int:
    """The line that a node begins in, from 1."""
    return int(node.start_mark.line) + 1
