"""The line of a log that says what happened."""

import re

# How Python begins to tell of an exception.
TRACEBACK = "Traceback (most recent call last)"
# Installers show the traceback of what they build indented.
_WHOLE = re.compile(
    rf"(?P<indent>^[ \t]*|){re.escape(TRACEBACK)}:\n"
    r"(?:(?P=indent)[ \t].*\n|[ \t]*\n)*(?P=indent)(?P<error>\S.*)",
    re.MULTILINE,
)
_ERROR = re.compile(r"(?:[\w.]+(?:Error|Exception|Warning)|ERROR|error)\b:?")


def last_words(log: str) -> str:
    """The error of the last traceback, else the last line that calls itself one, else the last line."""
    ends = [match["error"].strip() for match in _WHOLE.finditer(log)]
    lines = [line.strip() for line in log.splitlines() if line.strip()]
    errors = [line for line in lines if _ERROR.match(line)]
    return (ends or errors or lines or ["nothing"])[-1]
