"""Jupyter lets anybody in.

Why:
    Without token and password whoever reaches the port has a shell in the container, with all its files and secrets.

Before:
    FROM quay.io/jupyter/base-notebook:2024-10-07
    CMD ["jupyter", "lab", "--ip=0.0.0.0", "--ServerApp.token="]

After:
    FROM quay.io/jupyter/base-notebook:2024-10-07
    CMD ["jupyter", "lab", "--ip=0.0.0.0"]
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._mentions import mentions
from dockerize_ml.lint.rules.serving._without import without

_APP = r"(?:NotebookApp|ServerApp|IdentityProvider|LabApp)\."
# Empty, between any quotes, up to what ends the word or the line.
_EMPTY_TOKEN = re.compile(rf"{_APP}token\s*=\s*u?(?:\\?['\"])*?(?=['\"\\]*(?:$|[\s,;)\]>|&]))", re.MULTILINE)
_PASSWORD = re.compile(rf"{_APP}(?:hashed_)?password\s*=\s*\\?u?\\?['\"]*\\?['\"]*[\w$]")


@rule("ML307", Level.ERROR, on=("CMD", "ENTRYPOINT", "RUN"), words=("App.token", "IdentityProvider.token"))
def jupyter_without_token(instruction: Instruction, context: Context) -> Iterator[Hit]:
    texts = [instruction.body, *(context.script(instruction).source for _ in instruction.heredocs[:1])]
    if mentions(context, _PASSWORD):
        return
    for text in texts:
        found = _EMPTY_TOKEN.search(text.text)
        if found is not None:
            message = "Whoever reaches the port has a shell here. Leave Jupyter its token, or set a password."
            yield Hit(text.span(*found.span()), message, _fix(instruction, context))
            return


def _fix(instruction: Instruction, context: Context) -> Fix | None:
    """Leave the option out of the command line."""
    for command in context.commands(instruction):
        for word in command.args:
            if word.value.startswith("--") and _EMPTY_TOKEN.fullmatch(word.value[2:]):
                edit = without(instruction, command, word)
                return Fix("Leave Jupyter its token", safe=False, edits=(edit,))
    return None
