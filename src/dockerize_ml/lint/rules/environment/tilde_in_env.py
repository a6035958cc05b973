"""`~` is no home in ENV and COPY, only a letter.

Why:
    A shell replaces `~`, Docker does not. `ENV PATH=~/bin:$PATH` puts a folder called `~` on the path, which no
    program looks into, and `COPY x ~/` makes a folder of that name.

Before:
    FROM debian:12-slim
    ENV PATH=~/.local/bin:$PATH

After:
    FROM debian:12-slim
    ENV PATH=/root/.local/bin:$PATH
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction, Word
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule

_HOME = re.compile(r"""(?:^|(?<=[:"']))~(?=/|:|$|["'])""")
_ROOT = frozenset({"root", "0"})
_PATHS = "PATH"


@rule("ML513", Level.ERROR, on=("ENV", "COPY", "ADD"), words=("~",), onbuild=True)
def tilde_in_env(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for word in _words(instruction):
        if _HOME.search(word.text):
            message = "Docker does not replace `~`. Write the home's path."
            yield Hit(word.span, message, _fix(word, instruction, context))


def _words(instruction: Instruction) -> Iterator[Word]:
    """The values of what holds paths, and the place that is copied to."""
    if instruction.keyword == "ENV":
        yield from (pair.value for pair in instruction.pairs if pair.value and pair.key.text.endswith(_PATHS))
    elif instruction.words:
        yield instruction.words[-1]


def _fix(word: Word, instruction: Instruction, context: Context) -> Fix | None:
    user = context.state(instruction).user
    if user is not None and user.partition(":")[0] not in _ROOT:
        return None
    return Fix("Write root's home", safe=False, edits=(Edit(word.span, _HOME.sub("/root", word.text)),))
