"""The lock file is there, and the installation may pass over it.

Why:
    Without `--locked` or `--frozen` uv resolves anew when the lock file does not suit pyproject.toml, without
    `--deploy` Pipenv does, and `poetry lock` is nothing else. The image then holds versions that nobody has tested.

Before:
    FROM ghcr.io/astral-sh/uv:0.5-python3.12-bookworm
    COPY pyproject.toml uv.lock ./
    RUN uv sync --no-cache

After:
    FROM ghcr.io/astral-sh/uv:0.5-python3.12-bookworm
    COPY pyproject.toml uv.lock ./
    RUN uv sync --no-cache --locked
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._managers import with_flag

_FILES = {"uv": "uv.lock", "pipenv": "Pipfile.lock", "poetry": "poetry.lock"}
_EVERYTHING = frozenset({".", "./", "*", "./*"})
_ENFORCED_BY = ("UV_LOCKED", "UV_FROZEN")


@rule("ML205", Level.WARNING, on="RUN", words=("sync", "pipenv", "poetry"), onbuild=True)
def lock_not_enforced(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for command in context.commands(instruction, "uv", "pipenv", "poetry"):
        flag = _missing(command, instruction, context)
        if flag is None or not _is_there(_FILES[command.name], instruction, context):
            continue
        if not flag:
            yield Hit(command.span, f"`{command.name} {command.arguments[0].value}` resolves anew. Do that before.")
            continue
        fix = with_flag(instruction, command.arguments[0], flag, safe=False)
        file = _FILES[command.name]
        yield Hit(command.span, f"Where `{file}` does not suit, this resolves anew. Add `{flag}`.", fix)


def _missing(command: Command, instruction: Instruction, context: Context) -> str | None:
    """The flag to add, empty where none would help, or None where nothing is wrong."""
    words = [word.value for word in command.arguments]
    if command.name == "uv" and words[:1] == ["sync"]:
        set_before = any(context.env(instruction, name) for name in _ENFORCED_BY)
        set_here = any(assignment.name in _ENFORCED_BY for assignment in command.assignments)
        told = command.has_flag("locked", "frozen", "upgrade", "U", "script") or set_before or set_here
        return None if told else "--locked"
    if command.name == "pipenv" and words == ["install"]:
        told = command.has_flag("deploy", "ignore-pipfile", "skip-lock", "r", "requirements", "e", "editable")
        return None if told else "--deploy"
    if command.name == "poetry" and words[:1] in (["lock"], ["update"]):
        return None if command.has_flag("check") else ""
    return None


def _is_there(file: str, instruction: Instruction, context: Context) -> bool:
    """Whether the file shows that it has been copied, or is mounted."""
    if any(mount.source.endswith(file) or mount.target.endswith(file) for mount in context.mounts(instruction)):
        return True
    for earlier in context.up_to(instruction):
        if earlier.keyword in {"COPY", "ADD"} and earlier.flag("from") is None:
            named = [word.value for word in earlier.words[:-1]]
            if any(word in _EVERYTHING or word.rstrip("*").endswith(file) for word in named):
                return True
    return False
