"""The JSON form holds words that only a shell understands.

Why:
    Without a shell `&&` and `>` are arguments like any other, and a whole command line in one string is the name of a
    program that does not exist. The container does not start, or does not do what it says.

Before:
    FROM python:3.12-slim
    CMD ["python train.py"]

After:
    FROM python:3.12-slim
    CMD ["python", "train.py"]
"""

import json
import re
import shlex
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction, Span
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._bases import known_base
from dockerize_ml.lint.rules.serving._start import SHELLS, Start, start_of

_SHELL_ONLY = frozenset({"&&", "||", ";", "|", ">", ">>", "<", "2>&1", "&", "&>"})
# `find … ;` and `expr 1 | 2` take such words.
_TAKE_THEM = frozenset({"find", "expr", "test", "[", "env", "jq", "echo", "printf", *SHELLS})
_PROGRAM = re.compile(r"[\w./-]+")
_PLAIN = re.compile(r"[\w\s./:=,@%+-]+")


@rule("ML310", Level.ERROR, on="file", words=("[",))
def shell_words_in_exec_form(context: Context) -> Iterator[Hit]:
    start = start_of(context)
    if start is None or start.at.exec is None or start.above or _is_evaluated(start, context):
        return
    strings = start.at.exec
    first = strings[0].value.split()
    if len(strings) == 1 and len(first) > 1 and _PROGRAM.fullmatch(first[0]):
        message = f"There is no program `{strings[0].value}`. Give each word a string of its own."
        yield Hit(strings[0].span, message, _fix(start.at, strings[0].value))
        return
    for word in start.command.args:
        if word.value in _SHELL_ONLY:
            message = f"`{word.value}` is only an argument here, there is no shell to read it. Run it by `sh -c`."
            yield Hit(word.span, message)
            return


def _is_evaluated(start: Start, context: Context) -> bool:
    """Whether a shell or a script may read them."""
    if start.command.through or start.command.name in _TAKE_THEM or start.command.has_flag("c"):
        return True
    base = known_base(context.last, context) if context.last else None
    return not start.has_own_entrypoint and (base is None or base.has_entrypoint)


def _fix(instruction: Instruction, line: str) -> Fix | None:
    if not _PLAIN.fullmatch(line):
        return None
    span = Span(instruction.body.offset(0), instruction.extent.end)
    text = json.dumps(shlex.split(line))
    return Fix("Give each word its own string", safe=False, edits=(Edit(span, text),))
