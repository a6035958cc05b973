"""Which of the context's files stand where in the image."""

from collections.abc import Iterator
from fnmatch import fnmatchcase
from posixpath import basename, normpath

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell import read_script
from dockerize_ml.validation.registry import Subject
from dockerize_ml.validation.stage import StageView, Step

# What a RUN can bring files with that no COPY tells of.
_BRINGERS = frozenset(
    {"git", "curl", "wget", "tar", "unzip", "cp", "mv", "ln", "rsync", "install", "dvc", "aws", "gsutil"}
)


def holds(subject: Subject, view: StageView, path: str, before: Instruction | None = None) -> bool | None:
    """Whether the image has a file or folder; None where only a build can tell.

    Args:
        subject: the folder and its Dockerfile.
        view: the stage in question.
        path: absolute, in the image.
        before: look only at the steps in front of this instruction.
    """
    told: set[bool | None] = set()
    for step in _until(view, before):
        told.update(_brought(subject, view, step, path))
    if True in told:
        return True
    # An image that we do not know may hold anything.
    return None if None in told or view.known_base is None else False


def _until(view: StageView, before: Instruction | None) -> Iterator[Step]:
    for step in view.steps:
        if step.instruction is before:
            return
        yield step


def _brought(subject: Subject, view: StageView, step: Step, path: str) -> Iterator[bool | None]:
    match step.instruction.keyword:
        case "COPY" | "ADD":
            yield from _copied(subject, view, step, path)
        case "RUN" if any(command.name in _BRINGERS for command in read_script(step.instruction).commands):
            yield None if _makes_files(step.instruction) else False


def _makes_files(instruction: Instruction) -> bool:
    """Whether one of the commands is more than ``install --directory``, which makes folders only."""
    return any(
        command.name in _BRINGERS and not (command.name == "install" and command.has_flag("d", "directory"))
        for command in read_script(instruction).commands
    )


def _copied(subject: Subject, view: StageView, step: Step, path: str) -> Iterator[bool | None]:
    words = [word.value for word in step.instruction.words]
    to = step.absolute(words[-1]) if words else None
    if to is None or step.instruction.heredocs:
        yield None
        return
    below = path == to or path.startswith(to.rstrip("/") + "/")
    if not below:
        return
    is_folder = words[-1].endswith(("/", "/.")) or words[-1] in {".", "./"} or len(words) > 2
    origin = step.instruction.flag("from")
    for source in words[:-1]:
        rest = path[len(to) :].strip("/") if to != "/" else path.strip("/")
        if origin is None:
            yield _from_context(subject, step.expanded(source), rest, is_folder=is_folder)
        else:
            yield _from_stage(subject, view, (origin, source), rest, is_folder=is_folder)


def _from_context(subject: Subject, source: str | None, rest: str, *, is_folder: bool) -> bool | None:
    if source is None or "://" in source or source.startswith("git@"):
        return None
    clean = normpath("/" + source.lstrip("/")).lstrip("/")
    if any(mark in clean for mark in "*?["):
        folder = clean.rpartition("/")[0]
        matches = [each.name for each in (subject.folder / folder).glob("*") if fnmatchcase(each.name, basename(clean))]
        candidates = [f"{folder}/{name}".lstrip("/") for name in matches]
        return any(_from_context(subject, name, rest, is_folder=True) for name in candidates)
    if (subject.folder / clean).is_dir():
        return subject.is_sent(f"{clean}/{rest}".strip("/")) if rest else True
    wanted = basename(clean) if is_folder else ""
    return rest == wanted and subject.is_sent(clean)


def _from_stage(
    subject: Subject, view: StageView, origin: tuple[str, str], rest: str, *, is_folder: bool
) -> bool | None:
    other = view.named(origin[0])
    if other is None:
        return None
    source = normpath("/" + origin[1].lstrip("/"))
    inside = holds(subject, other, f"{source}/{rest}".rstrip("/"))
    if inside is not True and is_folder and rest == basename(source):
        inside = holds(subject, other, source)
    return inside
