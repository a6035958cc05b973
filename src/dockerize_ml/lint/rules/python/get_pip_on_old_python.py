"""get-pip.py is fetched for a Python that it no longer runs on.

Why:
    `bootstrap.pypa.io/get-pip.py` is made for the Pythons that are cared for. Run by an older one it says so and ends.
    For those there are copies below `/pip/`, one for each version.

Before:
    FROM ubuntu:20.04
    RUN curl -fsSLO https://bootstrap.pypa.io/get-pip.py && python3.8 get-pip.py

After:
    FROM ubuntu:20.04
    RUN curl -fsSLO https://bootstrap.pypa.io/pip/3.8/get-pip.py && python3.8 get-pip.py
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction, Span
from dockerize_ml.dockerfile.shell.nodes import ShellWord
from dockerize_ml.knowledge.pythons import minor_key
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._mentions import mentions
from dockerize_ml.lint.rules.python._base_python import base_python

_URL = "bootstrap.pypa.io/get-pip.py"
_NAMED = re.compile(r"python(?P<minor>[23]\.\d+)")
_OTHER_PYTHON = re.compile(r"deadsnakes|conda|pyenv|Python-3|altinstall|uv python|python3\.(?:1\d|[2-9]\d)")
_OLDEST = "3.10"


@rule("ML207", Level.ERROR, on="RUN", words=(_URL,), onbuild=True)
def get_pip_on_old_python(instruction: Instruction, context: Context) -> Iterator[Hit]:
    commands = context.commands(instruction)
    word = next((word for command in commands for word in command.words if word.value.endswith(_URL)), None)
    named = next((found for command in commands if (found := _NAMED.fullmatch(command.name))), None)
    version = named["minor"] if named else _of_base(instruction, context)
    if word is None or version is None or minor_key(version) >= minor_key(_OLDEST):
        return
    message = f"get-pip.py needs Python {_OLDEST} or newer, and this is {version}. Use `{_for(version)}`."
    yield Hit(word.span, message, _fix(word, version, safe=named is not None))


def _of_base(instruction: Instruction, context: Context) -> str | None:
    """The base image's Python, where no other one was built or installed."""
    return None if mentions(context, _OTHER_PYTHON) else base_python(instruction, context)


def _for(version: str) -> str:
    return f"https://bootstrap.pypa.io/pip/{version}/get-pip.py"


def _fix(word: ShellWord, version: str, *, safe: bool) -> Fix:
    at = word.span.end - len(word.text) + word.text.index(_URL) + len("bootstrap.pypa.io/")
    return Fix(f"Take the copy for {version}", safe=safe, edits=(Edit(Span(at, at), f"pip/{version}/"),))
