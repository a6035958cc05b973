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

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule

_SOURCES = frozenset({".", "./", "src", "src/", "./src", "./src/", "app", "app/", "./app", "./app/", "*", "./*"})


@rule("ML201", Level.WARNING, on="RUN", words=("install", "sync"))
def source_before_dependencies(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for command in context.commands(instruction):
        manifest = _manifest(command)
        if manifest is None:
            continue
        copied = list(_copied_before(instruction, context))
        source = next((word for word in copied if word in _SOURCES), None)
        if source is None or _base(manifest) in {_base(word) for word in copied}:
            continue
        if any(_base(mount.target) == _base(manifest) for mount in context.mounts(instruction)):
            continue
        cached = any(mount.type == "cache" for mount in context.mounts(instruction))
        message = (
            f"`{source}` is copied first, so every change to it installs all packages again. Copy `{manifest}` first."
        )
        yield Hit(command.span, message, level=Level.INFO if cached else None)


def _manifest(command: Command) -> str | None:
    """The file that names the packages the command installs, or None where it installs something else."""
    if not command.name.startswith(("pip", "python", "uv")) or not command.has_argument("install"):
        return None
    value = command.flag_value("r", "requirement")
    if value is None or command.has_argument("."):
        return None
    return value if isinstance(value, str) else value.value


def _copied_before(instruction: Instruction, context: Context) -> Iterator[str]:
    """What COPY and ADD took from the context before, as written."""
    for earlier in context.up_to(instruction):
        if earlier.keyword in {"COPY", "ADD"} and earlier.flag("from") is None:
            words = earlier.exec or earlier.words
            yield from (word.value for word in words[:-1])


def _base(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2]
