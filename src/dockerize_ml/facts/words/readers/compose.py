"""Compose files: the commands and ports of the services that are built from this project."""

from __future__ import annotations

import re
import shlex
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from dockerize_ml.facts.words import yaml_nodes
from dockerize_ml.facts.words.registry import words
from dockerize_ml.facts.words.shell import commands
from dockerize_ml.facts.words.word import PortWord
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml.nodes import Node

    from dockerize_ml.facts.words.word import Word
    from dockerize_ml.project.project import Project

_NAME = re.compile(r"(?:[\w-]+/){0,2}(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml")
_PORT = re.compile(r"(?:.*:)?(?:\$\{\w+:?-)?(?P<port>\d{2,5})\}?(?:/tcp)?")


@words
def compose(project: Project) -> Iterator[Word]:
    """Services with a ``build`` or a command of their own."""
    for path in project.files:
        if _NAME.fullmatch(path):
            for name, service in yaml_nodes.entries(yaml_nodes.at(yaml_nodes.root_node(project, path), "services")):
                yield from _service(path, name, service)


def _service(path: str, name: str, service: Node) -> Iterator[Word]:
    build = yaml_nodes.at(service, "build")
    command = yaml_nodes.at(service, "command") or yaml_nodes.at(service, "entrypoint")
    if build is None and yaml_nodes.at(service, "image") is not None and command is None:
        return
    folder = _context(path, build)
    if command is not None:
        text = yaml_nodes.text(command) or shlex.join(yaml_nodes.text(word) for word in yaml_nodes.items(command))
        yield from commands(_unwrapped(text), Place(path, yaml_nodes.line(command)), path, 50, folder, name)
    if build is None:
        return
    for node in (
        *yaml_nodes.items(yaml_nodes.at(service, "ports")),
        *yaml_nodes.items(yaml_nodes.at(service, "expose")),
    ):
        found = _PORT.fullmatch(yaml_nodes.text(node) or yaml_nodes.text(yaml_nodes.at(node, "target")))
        if found:
            yield PortWord(int(found["port"]), folder, Place(path, yaml_nodes.line(node)), 45, name)


def _context(path: str, build: Node | None) -> str:
    """The folder that a service is built from."""
    own = PurePosixPath(path).parent
    given = yaml_nodes.text(build) or yaml_nodes.text(yaml_nodes.at(build, "context")) or "."
    parts: list[str] = []
    for part in (own / given).parts:
        if part == "..":
            parts = parts[:-1]
        elif part not in {".", "/"} and "$" not in part:
            parts.append(part)
    return "/".join(parts) or "."


def _unwrapped(text: str) -> str:
    try:
        words_of = shlex.split(text)
    except ValueError:
        return text
    if len(words_of) == 3 and words_of[0].rpartition("/")[2] in {"sh", "bash"} and words_of[1] in {"-c", "-lc"}:
        return words_of[2]
    return text
