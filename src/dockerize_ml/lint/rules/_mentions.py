"""Whether a file speaks of something anywhere, comments included; asked once for each file."""

import re
from functools import lru_cache

from dockerize_ml.lint.context import Context


@lru_cache(maxsize=32)
def mentions(context: Context, pattern: re.Pattern[str]) -> bool:
    """Whether the pattern occurs in the file, so that a rule had better not be too sure."""
    return pattern.search(context.file.text) is not None
