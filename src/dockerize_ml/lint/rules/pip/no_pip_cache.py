"""pip's cache stays in the layer.

Why:
    pip keeps what it downloads so that the next installation is faster. In an image there is no next one: the cache
    only makes the layer bigger.

Before:
    FROM python:3.12-slim
    RUN pip install flask==3.0.3

After:
    FROM python:3.12-slim
    RUN pip install --no-cache-dir flask==3.0.3

Differs:
    A cache mount on `/root/.cache` holds pip's cache as one on `/root/.cache/pip` does, and `pip cache purge` in
    the same RUN takes it out of the layer. hadolint accepts neither. The last value of `PIP_NO_CACHE_DIR` counts.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._managers import with_flag
from dockerize_ml.lint.rules.pip._installs import pip_calls

_VARIABLE = "PIP_NO_CACHE_DIR"
_FALSE = frozenset({"", "0", "false", "off", "no", "n", "f"})


@rule("DL3042", Level.WARNING, on="RUN", words=("pip",), onbuild=True)
def no_pip_cache(instruction: Instruction, context: Context) -> Iterator[Hit]:
    installs = [
        (command, call.verb)
        for command, call in pip_calls(instruction, context)
        if not command.has_flag("no-cache-dir")
    ]
    if not installs or _is_outside_layer(instruction, context) or _is_true(context.env(instruction, _VARIABLE)):
        return
    if any(_sets(command) for command in context.commands(instruction)):
        return
    for command, verb in installs:
        fix = with_flag(instruction, verb, "--no-cache-dir", safe=True)
        yield Hit(command.span, "pip's cache stays in this layer. Add `--no-cache-dir`.", fix)


def _is_outside_layer(instruction: Instruction, context: Context) -> bool:
    """Whether the cache is on a mount, or gone when the RUN ends."""
    for mount in context.mounts(instruction):
        if mount.keeps_layer_clean and (".cache/pip" in mount.target or mount.target.rstrip("/").endswith("/.cache")):
            return True
    return any(
        command.has_argument("cache") and command.has_argument("purge") for command in context.commands(instruction)
    )


def _sets(command: Command) -> bool:
    """Whether it begins with ``PIP_NO_CACHE_DIR=1``, or exports it."""
    if any(assignment.name == _VARIABLE and _is_true(assignment.value.value) for assignment in command.assignments):
        return True
    exported = (word.value.partition("=") for word in command.args if command.name in {"export", "env"})
    return any(name == _VARIABLE and _is_true(value) for name, _, value in exported)


def _is_true(value: str | None) -> bool:
    return value is not None and value.strip("\"'").lower() not in _FALSE
