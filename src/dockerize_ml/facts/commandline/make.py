"""The words that a Makefile gives a job, and what its other targets run for it first."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dockerize_ml.facts.outside import Given
from dockerize_ml.facts.source.aside import why_aside
from dockerize_ml.facts.words.behind import is_python
from dockerize_ml.facts.words.reading import lines_of
from dockerize_ml.facts.words.shell import commands
from dockerize_ml.facts.words.unfilled import has_unfilled
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dockerize_ml.facts.survey import Survey
    from dockerize_ml.facts.words.word import Command

_MAKEFILES = ("Makefile", "makefile", "GNUmakefile")
_VARIABLE = re.compile(r"(?P<name>[A-Za-z_]\w*)\s*[:?]?:?=\s*(?P<value>.*?)\s*$")
_TARGET = re.compile(r"(?P<name>[\w.-]+)\s*:(?![:=])\s*(?P<needs>[^#]*)")
_USED = re.compile(r"\$[({](?P<name>\w+)[)}]")
_DEEPEST = 4


@dataclass(slots=True)
class _Target:
    needs: tuple[str, ...]
    runs: list[Command] = field(default_factory=list)


def given_by_make(survey: Survey) -> Given | None:
    """What stands behind the program's file in a target's recipe, with what the targets that it needs run before."""
    program = survey.program
    if program is None or program.workdir != ".":
        return None
    for path in _MAKEFILES:
        targets = dict(_targets(survey, path)) if survey.project.exists(path) else {}
        for target in targets.values():
            for command in target.runs:
                file, words = _of_python(command)
                if file == program.file and words and not has_unfilled(words):
                    before = tuple(dict.fromkeys(_before(survey, targets, target, _DEEPEST)))
                    return Given(words=words, before=before, evidence=survey.quote(command.at))
    return None


def _before(survey: Survey, targets: Mapping[str, _Target], target: _Target, depth: int) -> Iterator[tuple[str, ...]]:
    """The project's own programs among the recipes of what a target needs, those that are needed first coming first."""
    for name in target.needs if depth else ():
        needed = targets.get(name)
        if needed is None:
            continue
        yield from _before(survey, targets, needed, depth - 1)
        for command in needed.runs:
            file, words = _of_python(command)
            if survey.project.exists(file) and why_aside(file) != "a test" and not has_unfilled(words):
                yield ("python", file, *words)


def _of_python(command: Command) -> tuple[str, tuple[str, ...]]:
    """The file that Python is to run from the root, and the words behind it; empty for every other command."""
    match command.argv:
        case (python, file, *words) if is_python(python) and file.endswith(".py") and command.workdir == ".":
            return file.removeprefix("./"), tuple(words)
    return "", ()


def _targets(survey: Survey, path: str) -> Iterator[tuple[str, _Target]]:
    """Each with its recipe; a rule that is written again goes by what it says last, as in make."""
    variables: dict[str, str] = {}
    target: _Target | None = None
    for number, line in enumerate(lines_of(survey.project, path), 1):
        if line.startswith("\t"):
            text = _USED.sub(lambda found: variables.get(found["name"], found[0]), line.strip().lstrip("@-+"))
            if target is not None:
                target.runs.extend(commands(text, Place(path, number), path, 0))
        elif named := _VARIABLE.match(line):
            variables[named["name"]] = named["value"]
        elif (rule := _TARGET.match(line)) and rule["name"] != ".PHONY":
            target = _Target(tuple(rule["needs"].split()))
            yield rule["name"], target
