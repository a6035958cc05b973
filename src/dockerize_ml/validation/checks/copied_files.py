"""Whether everything that COPY and ADD name is in the build context."""

import fnmatch
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from dockerize_ml.dockerfile.ignore import Ignore
from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.engine.check import Check
from dockerize_ml.validation.registry import Subject, check

_NAME = "what COPY names is in the build context"


@check
def copied_files(subject: Subject) -> Iterator[Check]:
    """Sources with variables or addresses are passed over: only a build knows them."""
    troubles = [
        f"line {subject.dockerfile.position(instruction.extent.start).line}: {trouble}"
        for instruction in subject.dockerfile.instructions
        for source in _sources(instruction)
        if (trouble := _trouble(source, subject.folder, subject.ignore))
    ]
    if not troubles:
        yield Check(_NAME, "ok")
    for trouble in troubles:
        yield Check(_NAME, "failed", trouble, hint="Name a file that is there, or let .dockerignore keep it.")


def _sources(instruction: Instruction) -> Iterator[str]:
    if instruction.keyword not in {"COPY", "ADD"} or instruction.flag("from") is not None:
        return
    for word in instruction.words[:-1]:
        if "$" not in word.value and "://" not in word.value and not word.value.startswith(("<<", "git@")):
            yield word.value


def _trouble(source: str, folder: Path, ignore: Ignore) -> str:
    path = str(PurePosixPath("/", source)).lstrip("/") or "."
    if path == ".":
        return ""
    if any(sign in path for sign in "*?["):
        found = any(
            fnmatch.fnmatchcase(each.name, PurePosixPath(path).name) for each in (folder / path).parent.glob("*")
        )
        return "" if found else f"nothing matches `{source}`"
    if not (folder / path).exists():
        return f"`{source}` does not exist"
    return f"`{source}` is left out by .dockerignore" if ignore.matches(path) else ""
