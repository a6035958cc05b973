"""``python -m pip install`` means pip."""

import re

from dockerize_ml.dockerfile.shell.nodes import Command

_PYTHON = re.compile(r"python(\d+(\.\d+)*t?)?|pypy\d*(\.\d+)?|py")
_VALUED = frozenset(("-W", "-X", "--check-hash-based-pycs"))


def python_module(command: Command) -> Command | None:
    """The command that ``python -m NAME …`` means, named for the module; None for any other command."""
    if not _PYTHON.fullmatch(command.name):
        return None
    index, words = 1, command.words
    while index < len(words):
        text = words[index].value
        if not text.startswith("-") or text in ("-", "--"):
            return None
        if text[1] != "-" and "m" in text and "c" not in text.partition("m")[0]:
            attached = text.partition("m")[2]
            start = index if attached else index + 1
            return command.narrowed(start, named=attached or None) if start < len(words) else None
        if text.startswith("-c"):
            return None
        index += 2 if text in _VALUED else 1
    return None
