"""Logs as programs leave them, and the one line that tells why they ended."""

import pytest

from dockerize_ml.engine.last_words import last_words

TRACEBACK = 'Traceback (most recent call last):\n  File "/app/app.py", line 3, in <module>\n    import cv2\n'
LOGS = {
    "the error of a traceback": (f"{TRACEBACK}ImportError: libGL.so.1\n", "ImportError: libGL.so.1"),
    "of the last traceback": (f"{TRACEBACK}KeyError: 1\n\n{TRACEBACK}ValueError: 2\n", "ValueError: 2"),
    "of one that an installer shows": (
        'error: no x\n  Traceback (most recent call last):\n    File "setup.py", line 3\n  KeyError: 3\nhint: look\n',
        "KeyError: 3",
    ),
    "not what is said after it": (
        f"{TRACEBACK}sqlalchemy.exc.OperationalError: no column\n[SQL: SELECT x]\n(Background on this error: …)\n",
        "sqlalchemy.exc.OperationalError: no column",
    ),
    "an error that is not called one": (
        f"FutureWarning: old\n{TRACEBACK}jinja2.exceptions.TemplateNotFound: index.html\n",
        "jinja2.exceptions.TemplateNotFound: index.html",
    ),
    "a line that calls itself an error": ("ERROR: no such option\nbye\n", "ERROR: no such option"),
    "the last line where none does": ("loading\nkilled\n", "killed"),
    "nothing": ("", "nothing"),
}


@pytest.mark.parametrize(("log", "words"), LOGS.values(), ids=LOGS.keys())
def test_the_line_that_tells_is_found(log: str, words: str) -> None:
    assert last_words(log) == words
