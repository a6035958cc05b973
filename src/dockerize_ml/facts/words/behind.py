"""What a command gives the program that it starts."""

import re

_PYTHON = re.compile(r"(?:.*/)?python(?:\d(?:\.\d+)?)?")


def is_python(word: str) -> bool:
    """Whether a command's first word is Python, of whatever version and wherever it lies."""
    return _PYTHON.fullmatch(word) is not None


def behind(argv: tuple[str, ...]) -> tuple[str, ...]:
    """The words behind the module or the file that Python runs; none where that cannot be told.

    Args:
        argv: the command's words, Python first.
    """
    match argv:
        case (_, "-m", _, *rest):
            return tuple(rest)
        case (_, file, *rest) if file.endswith(".py"):
            return tuple(rest)
    return ()
