"""The source is copied before the requirements are installed.

Why:
    A layer is built anew when what it copies changed, and so is everything below it. With the source above the
    installation, every changed line of code installs all packages again. Measured with pandas and scikit-learn: 22 s
    instead of 0.3 s.

Before:
    FROM python:3.12-slim
    WORKDIR /app
    COPY . .
    RUN pip install --no-cache-dir -r requirements.txt

After:
    FROM python:3.12-slim
    WORKDIR /app
    COPY requirements.txt .
    RUN pip install --no-cache-dir -r requirements.txt
    COPY . .
"""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

from dockerize_ml.dockerfile.nodes import Instruction, Stage
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._above import above

_SOURCES = frozenset({".", "src", "app", "*"})


@rule("ML201", Level.WARNING, on="stage", words=("install",))
def source_before_dependencies(stage: Stage, context: Context) -> Iterator[Hit]:
    copied = [word for parent in reversed(list(context.ancestry(stage))[1:]) for word in _copied(parent.instructions)]
    before: Instruction | None = None
    for instruction in stage.instructions:
        copied += _copied([instruction])
        source = next((word for word in copied if _plain(word) in _SOURCES), None)
        if source is not None and instruction.keyword == "RUN":
            for hit in _installs(instruction, context, source, copied):
                yield hit._replace(fix=_fix(before, instruction, context)) if before else hit
        before = instruction


def _installs(instruction: Instruction, context: Context, source: str, copied: list[str]) -> Iterator[Hit]:
    for command in context.commands(instruction):
        manifest = _manifest(command)
        if manifest is None or any(_base(mount.target) == _base(manifest) for mount in context.mounts(instruction)):
            continue
        if any(_holds(word, manifest) for word in copied):
            continue
        cached = any(mount.type == "cache" for mount in context.mounts(instruction))
        message = (
            f"`{source}` is copied above, so every change to it installs all packages anew. Copy `{manifest}` first."
        )
        yield Hit(command.span, message, level=Level.INFO if cached else None)


def _fix(copy: Instruction, run: Instruction, context: Context) -> Fix | None:
    """Copy the file of requirements and install by it, both above the COPY of the source just before."""
    commands = context.commands(run)
    manifest = _plain(_manifest(commands[0]) or "/") if len(commands) == 1 else "/"
    copies = copy.keyword == "COPY" and [word.value.rstrip("/") for word in copy.words] == [".", "."]
    if not copies or copy.flags or manifest.startswith(("/", "..", "$")):
        return None
    folder = manifest.rpartition("/")[0] or "."
    text = context.file.text[run.span.start : run.span.end].rstrip("\n")
    first = f"COPY {manifest} {folder}/\n{text}\n"
    edits = (Edit(above(copy, context), first), Edit(run.span, ""))
    return Fix(f"Copy `{manifest}` first", safe=False, edits=edits)


def _manifest(command: Command) -> str | None:
    """The file that names the packages the command installs, or None where it installs something else."""
    if not command.name.startswith(("pip", "python", "uv")) or not command.has_argument("install"):
        return None
    value = command.flag_value("r", "requirement")
    if value is None or any(_plain(word.value) in {".", ""} for word in command.arguments):
        return None
    return value if isinstance(value, str) else value.value


def _copied(instructions: Iterable[Instruction]) -> Iterator[str]:
    """What COPY and ADD take from the build context, as written."""
    for instruction in instructions:
        if instruction.keyword in {"COPY", "ADD"} and instruction.flag("from") is None:
            yield from (word.value for word in instruction.words[:-1])


def _holds(copied: str, manifest: str) -> bool:
    """Whether what was copied is the manifest, by its own name or by a pattern, or the folder that it lies in."""
    if _plain(copied) in _SOURCES:
        return False
    name = _base(manifest)
    return fnmatchcase(name, _base(copied)) or _base(copied) in _plain(manifest).split("/")[:-1]


def _plain(path: str) -> str:
    return path.removeprefix("./").rstrip("/") or "."


def _base(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2]
