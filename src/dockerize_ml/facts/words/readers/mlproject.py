"""MLflow's MLproject: the command of its main entry point, with the defaults of its parameters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.words import yaml_nodes
from dockerize_ml.facts.words.registry import words
from dockerize_ml.facts.words.shell import commands
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml.nodes import Node

    from dockerize_ml.facts.words.word import Command
    from dockerize_ml.project.project import Project

SAYS = "MLproject"
_NAME = re.compile(r"(?:[\w-]+/){0,2}MLproject")
_PARAMETER = re.compile(r"\{(?P<name>\w+)\}")


@words
def mlproject(project: Project) -> Iterator[Command]:
    """What ``mlflow run .`` runs."""
    for path in project.files:
        if _NAME.fullmatch(path):
            main = yaml_nodes.at(yaml_nodes.root_node(project, path), "entry_points", "main")
            command = yaml_nodes.at(main, "command")
            if command is not None:
                text = _filled(yaml_nodes.text(command), yaml_nodes.at(main, "parameters"))
                folder = path.rpartition("/")[0] or "."
                yield from commands(text, Place(path, yaml_nodes.line(command)), SAYS, 45, folder)


def _filled(command: str, parameters: Node | None) -> str:
    """The command with each parameter's default; what has none stays as it is written."""
    defaults = {name: yaml_nodes.text(yaml_nodes.at(node, "default")) for name, node in yaml_nodes.entries(parameters)}
    return _PARAMETER.sub(lambda found: defaults.get(found["name"], "") or found[0], command)
