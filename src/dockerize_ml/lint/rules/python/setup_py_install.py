"""`setup.py install` goes past pip, and ends where setuptools is missing.

Why:
    It installs dependencies by a way of its own that knows no wheels, cannot be undone, and was given up by setuptools
    itself. Since Python 3.12 new environments have no setuptools: then it ends with `No module named 'setuptools'`.

Before:
    FROM debian:12
    COPY . /src
    WORKDIR /src
    RUN python3 setup.py install

After:
    FROM debian:12
    COPY . /src
    WORKDIR /src
    RUN python3 -m pip install --no-cache-dir .
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction, Span
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.knowledge.pythons import minor_key
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules.python._base_python import base_python, is_official_python

_PYTHON = re.compile(r"python[0-9.]*")
_INSTEAD = {"install": "-m pip install --no-cache-dir .", "develop": "-m pip install --no-cache-dir -e ."}
_WITHOUT_SETUPTOOLS = (3, 12)
_OLD = (3, 7)


@rule("ML206", Level.WARNING, on="RUN", words=("setup.py",), onbuild=True)
def setup_py_install(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for command in context.commands(instruction):
        verb = _verb(command)
        if verb is None:
            continue
        version = base_python(instruction, context)
        if version and minor_key(version) < _OLD:
            return
        missing = version and minor_key(version) >= _WITHOUT_SETUPTOOLS and _is_bare(instruction, context)
        what = "There is no setuptools in this image" if missing else f"`setup.py {verb}` goes past pip"
        message = f"{what}. Write `pip install {'.' if verb == 'install' else '-e .'}`."
        yield Hit(
            command.span,
            message,
            _fix(command, verb) if instruction.exec is None else None,
            Level.ERROR if missing else None,
        )


def _verb(command: Command) -> str | None:
    words = [word.value for word in command.words]
    if not _PYTHON.fullmatch(command.name) or len(words) < 3 or words[1].rpartition("/")[2] != "setup.py":
        return None
    return next((word for word in words[2:] if word in _INSTEAD), None)


def _is_bare(instruction: Instruction, context: Context) -> bool:
    """Whether nothing that was installed before can have brought setuptools."""
    if not is_official_python(instruction, context):
        return False
    runs = (each for each in (instruction, *context.up_to(instruction)) if each.keyword == "RUN")
    commands = (command for each in runs for command in context.commands(each))
    return not any(command.has_argument("install", "sync") for command in commands if _verb(command) is None)


def _fix(command: Command, verb: str) -> Fix | None:
    """Let pip do it, where nothing else is asked for and the project is here."""
    words = command.words
    if len(words) != 3 or words[1].value != "setup.py":
        return None
    span = Span(words[1].span.start, words[2].span.end)
    return Fix("Let pip install it", safe=False, edits=(Edit(span, _INSTEAD[verb]),))
