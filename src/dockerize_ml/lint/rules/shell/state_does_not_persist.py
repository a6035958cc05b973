"""A RUN changes its own shell, and that ends with it.

Why:
    Every RUN starts a new shell. What the last one exported, aliased or activated is gone: the next RUN calls the
    system's Python again, and its variables are empty. Nothing fails, it only has no effect.

Before:
    FROM python:3.12
    RUN python -m venv /opt/venv
    RUN . /opt/venv/bin/activate
    RUN pip install --no-cache-dir flask==3.0.3

After:
    FROM python:3.12
    RUN python -m venv /opt/venv
    ENV PATH=/opt/venv/bin:$PATH
    RUN pip install --no-cache-dir flask==3.0.3
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction, Span
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules.serving._start import SHELLS

_WORDS = ("export", "alias", "activate", "source")
_SOURCES = frozenset({".", "source"})
_CONDAS = frozenset({"conda", "mamba", "micromamba"})
_ACTIVATE = re.compile(r"(?:.*/)?bin/activate")
_EXPORT = re.compile(r"[A-Za-z_]\w*=.*", re.DOTALL)
_ENTRY = re.compile(r"[A-Za-z_]\w*=[\w./:@%+,-]*(?:\$\{?\w+\}?[\w./:@%+,-]*)*")


@rule("ML510", Level.ERROR, on="RUN", words=_WORDS, onbuild=True)
def state_does_not_persist(instruction: Instruction, context: Context) -> Iterator[Hit]:
    if instruction.heredocs:
        return
    commands = [command for command in context.commands(instruction) if "substitution" not in command.inside]
    last = commands[-1] if commands else None
    if (
        last is None
        or last.inside
        or not SHELLS.issuperset(last.through)
        or last.before == "||"
        or last.after
        or last.piped_to
    ):
        return
    instead = _instead(last)
    if instead is not None:
        message = f"This ends with the RUN, and nothing comes behind it. {instead}"
        yield Hit(last.span, message, _fix(instruction, last) if len(commands) == 1 else None)


def _instead(command: Command) -> str | None:
    """What would hold for the image; None where the command changes nothing but files."""
    words = [word.value for word in command.args]
    if command.name == "export" and words and all(_EXPORT.fullmatch(word) for word in words):
        return "Write `ENV`, which holds for all that follows."
    if command.name == "alias" and words:
        return "Put a script into `/usr/local/bin`."
    if command.name in _CONDAS and words[:1] == ["activate"]:
        return "Run what needs the environment in the same RUN, or by `conda run`."
    if command.name in _SOURCES and words[:1] == ["activate"]:
        return "Run what needs the environment in the same RUN, or by `conda run`."
    if command.name in _SOURCES and len(words) == 1 and _ACTIVATE.fullmatch(words[0]):
        return f"Write `ENV PATH={words[0].removesuffix('/activate')}:$PATH`."
    return None


def _fix(instruction: Instruction, command: Command) -> Fix | None:
    """Make an ENV of it, where it stands alone."""
    if command.name == "export" and all(_ENTRY.fullmatch(word.text) for word in command.args):
        text = f"ENV {' '.join(word.text for word in command.args)}"
    elif command.name in _SOURCES and command.args[0].value.startswith("/"):
        text = f"ENV PATH={command.args[0].value.removesuffix('/activate')}:$PATH"
    else:
        return None
    return Fix(
        "Write it as ENV", safe=False, edits=(Edit(Span(instruction.extent.start, instruction.extent.end), text),)
    )
