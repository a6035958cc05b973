"""Turn Python source into a tree without ever running or importing it."""

import ast
import re
import warnings
from typing import NamedTuple

from dockerize_ml.project.salvage import salvaged

# One list literal of 5 MB takes 2.4 GB to parse; commas tell such tables from programs.
_MOST_COMMAS = 60_000
_PYTHON_2 = re.compile(
    r"^[ \t]*(?:print[ \t]+[\"'\w%]|exec[ \t]+[\"'\w]|raise[ \t]+\w+[ \t]*,|except[ \t]+[\w.]+[ \t]*,[ \t]*\w+[ \t]*:)",
    re.MULTILINE,
)


class Parsed(NamedTuple):
    """A module's tree; or why there is none, or only one of some of its lines, and which line is wrong."""

    tree: ast.Module | None
    trouble: str = ""
    line: int | None = None


def parse(text: str) -> Parsed:
    """Parse a module, or of a broken one what can be read; whatever is wrong with it is told, never raised."""
    parsed = _parsed(text)
    if parsed.line is None:
        return parsed
    return parsed._replace(tree=salvaged(text, is_python_2=_PYTHON_2.search(text) is not None))


def parses(text: str) -> bool:
    """Whether the text is valid as it is."""
    return not _parsed(text).trouble


def _parsed(text: str) -> Parsed:
    if text.count(",") > _MOST_COMMAS:
        return Parsed(None, "holds a table of data too large to be read as a program.")
    try:
        with warnings.catch_warnings():
            # Invalid escapes in a stranger's strings are not our user's business.
            warnings.simplefilter("ignore")
            return Parsed(ast.parse(text))
    except SyntaxError as trouble:
        if _PYTHON_2.search(text):
            return Parsed(None, "is written for Python 2, which Python 3 cannot run.", trouble.lineno)
        return Parsed(None, f"is not valid Python: {trouble.msg}.", trouble.lineno)
    except ValueError as trouble:
        return Parsed(None, f"is not valid Python: {trouble}.")
    except (RecursionError, MemoryError):
        return Parsed(None, "is nested too deeply to be read.")
