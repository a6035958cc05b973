"""wget fills the build's log with its progress.

Why:
    Without a terminal wget prints a line for every 50 KB. A large download buries what else the log has to say.

Before:
    FROM debian:12-slim
    RUN wget https://example.com/model.tar

After:
    FROM debian:12-slim
    RUN wget --progress=dot:giga https://example.com/model.tar

Differs:
    `2>/dev/null` keeps the progress out of the log as `-o` does, and so does `-b`.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._managers import with_flag

_FLAGS = (
    *("progress", "q", "quiet", "nv", "no-verbose"),
    *("o", "output-file", "a", "append-output", "b", "background"),
)
_PROGRESS = "--progress=dot:giga"


@rule("DL3047", Level.INFO, on="RUN", words=("wget",), onbuild=True)
def show_little_progress(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for command in context.commands(instruction, "wget"):
        if not command.args or _is_quiet(command):
            continue
        # BusyBox has a wget of its own, which does not know the flag.
        fix = with_flag(instruction, command.words[0], _PROGRESS, safe=False)
        yield Hit(command.span, f"wget prints its progress line by line. Add `{_PROGRESS}`.", fix)


def _is_quiet(command: Command) -> bool:
    if command.has_flag(*_FLAGS) or any(word.value.startswith("-nv") for word in command.args):
        return True
    return any(redirect.operator.startswith(("2>", "&>")) for redirect in command.redirects)
