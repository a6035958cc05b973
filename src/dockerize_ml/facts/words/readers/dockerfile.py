"""A Dockerfile that is already there: its last stage's command and ports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.words.reading import text_of
from dockerize_ml.facts.words.registry import words
from dockerize_ml.facts.words.shell import commands
from dockerize_ml.facts.words.word import PortWord
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.dockerfile.nodes import Instruction
    from dockerize_ml.facts.words.word import Word
    from dockerize_ml.project.project import Project

_NAME = re.compile(r"(?:[\w.-]+/){0,3}(?:(?:Dockerfile|Containerfile)(?:\.[\w-]+)?|[\w-]+\.[Dd]ockerfile)")
_PORT = re.compile(r"(?P<port>\d{2,5})(?:/tcp)?")
_ASIDE = frozenset({"docker", ".docker", ".devcontainer", "deploy", "deployment", "build", "dockerfiles", "ci"})


@words
def dockerfile(project: Project) -> Iterator[Word]:
    """What every Dockerfile near the root starts and exposes."""
    for path in project.files:
        if _NAME.fullmatch(path) and project.size(path) < 100_000:
            yield from _of_file(project, path)


def _of_file(project: Project, path: str) -> Iterator[Word]:
    from dockerize_ml.dockerfile.parser import parse  # noqa: PLC0415 - most projects have none yet

    text = text_of(project, path)
    stages = parse(text).stages
    if not stages:
        return
    own = path.rpartition("/")[0] or "."
    folder = "." if own.rpartition("/")[2] in _ASIDE else own
    weight = 60 if path == "Dockerfile" else 40
    starts = {
        step.keyword.upper(): step for step in stages[-1].instructions if step.keyword.upper() in {"CMD", "ENTRYPOINT"}
    }
    line = " ".join(_shell(starts[keyword]) for keyword in ("ENTRYPOINT", "CMD") if keyword in starts)
    last = starts.get("CMD") or starts.get("ENTRYPOINT")
    if last is not None:
        yield from commands(line, _place(path, text, last), path, weight, folder)
    for step in stages[-1].instructions:
        if step.keyword.upper() == "EXPOSE":
            for word in step.words:
                found = _PORT.fullmatch(word.value)
                if found:
                    yield PortWord(
                        int(found["port"]), folder, _place(path, text, step), 50 if path == "Dockerfile" else 38
                    )


def _shell(step: Instruction) -> str:
    import shlex  # noqa: PLC0415

    if step.exec is None:
        return step.body.text
    words = [word.value for word in step.exec]
    if len(words) == 3 and words[0].rpartition("/")[2] in {"sh", "bash"} and words[1] in {"-c", "-lc"}:
        return words[2]
    return shlex.join(words)


def _place(path: str, text: str, step: Instruction) -> Place:
    return Place(path, text.count("\n", 0, step.span.start) + 1)
