"""The usage that ``docopt`` reads."""

import re

_USAGE = re.compile(
    r"^[ \t]*usage:[ \t]*\n?(?P<patterns>.*?)(?=\n[ \t]*\n|\Z)", re.IGNORECASE | re.MULTILINE | re.DOTALL
)
_OPTIONAL = re.compile(r"\[[^][]*\](?:\.\.\.)?")


def works_alone(text: str) -> bool:
    """Whether one of the patterns asks for no word, or nothing is told.

    Args:
        text: in which the usage stands.
    """
    found = _USAGE.search(text)
    words = found["patterns"].split() if found else []
    if not words:
        return True
    patterns: list[str] = []
    for word in words:
        if word == words[0]:
            patterns.append("")
        else:
            patterns[-1] += f" {word}"
    return not all(map(_without_optional, patterns))


def _without_optional(pattern: str) -> str:
    before = ""
    while before != pattern:
        before, pattern = pattern, _OPTIONAL.sub(" ", pattern)
    return pattern.strip()
