"""DVC's dvc.yaml: the command of each stage, in the order in which one works on what another makes."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.facts.words import yaml_nodes
from dockerize_ml.facts.words.registry import words
from dockerize_ml.facts.words.shell import commands
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from yaml.nodes import Node

    from dockerize_ml.facts.words.word import Command
    from dockerize_ml.project.project import Project

_NAME = re.compile(r"(?:[\w-]+/){0,2}dvc\.yaml")
_PARAMETERS = "params.yaml"
_USED = re.compile(r"\$\{\s*(?P<name>[\w.]+)\s*\}")
_MADE = ("outs", "metrics", "plots")
_WEIGHT, _LAST = 24, 40


class _Stage(NamedTuple):
    text: str
    line: int | None
    folder: str
    needs: frozenset[str]
    makes: frozenset[str]


@words
def dvc(project: Project) -> Iterator[Command]:
    """What ``dvc repro`` runs, the last stage weighing most; nothing where a stage is made of a list of others.

    A stage whose files are all there is left out, as by DVC itself.
    """
    for path in filter(_NAME.fullmatch, project.files):
        folder = path.rpartition("/")[0] or "."
        parameters = dict(_parameters(project, posixpath.normpath(posixpath.join(folder, _PARAMETERS))))
        stages = list(_stages(yaml_nodes.at(yaml_nodes.root_node(project, path), "stages"), folder, parameters))
        known = [each for each in stages if each is not None]
        ordered = [] if len(known) < len(stages) else list(_ordered(known))
        for stage in ordered:
            is_last = stage is ordered[-1]
            if is_last or not _is_made(project, stage):
                weight = _LAST if is_last else _WEIGHT
                yield from commands(stage.text, Place(path, stage.line), path, weight, stage.folder)


def _stages(node: Node | None, folder: str, parameters: Mapping[str, str]) -> Iterator[_Stage | None]:
    """Each with its files relative to the project's root; None for one that stands for several."""
    for _, stage in yaml_nodes.entries(node):
        command = yaml_nodes.at(stage, "cmd")
        lines = [yaml_nodes.text(each) for each in yaml_nodes.items(command)]
        if command is None or not all(lines):
            yield None
            continue
        text = _USED.sub(lambda found: parameters.get(found["name"], found[0]), "\n".join(lines))
        own = posixpath.normpath(posixpath.join(folder, yaml_nodes.text(yaml_nodes.at(stage, "wdir")) or "."))
        made = (path for key in _MADE for path in _paths(yaml_nodes.at(stage, key), own))
        needed = _paths(yaml_nodes.at(stage, "deps"), own)
        yield _Stage(text, yaml_nodes.line(command), own, frozenset(needed), frozenset(made))


def _paths(node: Node | None, folder: str) -> Iterator[str]:
    """The files of a list; one with settings of its own is a mapping's key."""
    for item in yaml_nodes.items(node):
        names = [yaml_nodes.text(item), *(name for name, _ in yaml_nodes.entries(item))]
        yield from (posixpath.normpath(posixpath.join(folder, name)) for name in names if name)


def _ordered(stages: list[_Stage]) -> Iterator[_Stage]:
    """Each behind those that make what it needs; as they are written where that does not tell."""
    left = list(stages)
    while left:
        ready = (each for each in left if not any(_needs(each, other) for other in left if other is not each))
        following = next(ready, left[0])
        left.remove(following)
        yield following


def _needs(stage: _Stage, other: _Stage) -> bool:
    return any(_overlap(need, made) for need in stage.needs for made in other.makes)


def _overlap(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}/") or other.startswith(f"{one}/")


def _is_made(project: Project, stage: _Stage) -> bool:
    """Whether all that it makes is in the project."""
    return bool(stage.makes) and all(project.exists(path) or path in project.folders for path in stage.makes)


def _parameters(project: Project, path: str) -> Iterator[tuple[str, str]]:
    """What ``${train.epochs}`` stands for."""
    if project.exists(path):
        yield from _flat("", yaml_nodes.root_node(project, path))


def _flat(above: str, node: Node | None) -> Iterable[tuple[str, str]]:
    for name, value in yaml_nodes.entries(node):
        text = yaml_nodes.text(value)
        yield from [(f"{above}{name}", text)] if text else _flat(f"{above}{name}.", value)
