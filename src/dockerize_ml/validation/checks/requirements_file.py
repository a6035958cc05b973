"""Whether the file that an install line reads has been copied by then."""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.shell import Command, read_script
from dockerize_ml.engine.check import Check
from dockerize_ml.validation.placed import holds
from dockerize_ml.validation.registry import Subject, check
from dockerize_ml.validation.stage import StageView, Step

_NAME = "requirements are copied before their use"
_TARGET = re.compile(r"(?:^|,)(?:target|dst|destination)=(?P<path>[^,]+)")
_FLAG = re.compile(r"(?:-r|--requirements?|-c|--constraints?)(?:=(?P<value>.+))?")


@check
def requirements_file(subject: Subject) -> Iterator[Check]:
    """``pip install -r FILE`` in any stage; a bind mount brings its file by itself."""
    used = [use for stage in subject.dockerfile.stages for use in _uses(StageView(subject.dockerfile, stage.index))]
    missing = [(view, step, file) for view, step, file in used if _is_missing(subject, view, step, file)]
    if not used:
        yield Check(_NAME, "skipped", "no install line reads a file")
    elif not missing:
        yield Check(_NAME, "ok", ", ".join(dict.fromkeys(file for _, _, file in used)))
    for _, step, file in missing:
        line = subject.dockerfile.position(step.instruction.extent.start).line
        hint = f"Put `COPY {file} ./` above it." if subject.is_sent(file) else "Name a file that is in the folder."
        yield Check(_NAME, "failed", f"line {line}: `{file}` is not in the image at that point", hint=hint)


def _uses(view: StageView) -> Iterator[tuple[StageView, Step, str]]:
    for step in view.steps:
        if step.instruction.keyword != "RUN" or step.instruction.stage != view.index:
            continue
        moved = False
        for command in read_script(step.instruction).commands:
            moved |= command.name in {"cd", "pushd"}
            files = (file for file in _files(command) if not moved and not _is_mounted(step, file))
            yield from ((view, step, file) for file in files)


def _is_mounted(step: Step, file: str) -> bool:
    """Whether a mount of the step can bring the file: one on its path, above it, or one that does not say where."""
    path = step.absolute(file)
    for flag in step.instruction.flags:
        target = _TARGET.search(flag.value or "")
        place = step.absolute(target["path"]) if target else None
        if path is None or place is None or f"{path}/".startswith(f"{place.rstrip('/')}/"):
            return True
    return False


def _files(command: Command) -> Iterator[str]:
    if not command.has_argument("install", "sync"):
        return
    values = [word.value for word in command.args]
    for position, value in enumerate(values):
        flag = _FLAG.fullmatch(value)
        file = flag and (flag["value"] or (values[position + 1] if position + 1 < len(values) else ""))
        if file and not file.startswith("-") and "$" not in file and "://" not in file:
            yield file


def _is_missing(subject: Subject, view: StageView, step: Step, file: str) -> bool:
    path = step.absolute(file)
    return path is not None and holds(subject, view, path, step.instruction) is False
