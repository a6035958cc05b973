import re

import pytest

from dockerize_ml.report.diff import LIMIT, file_diff
from dockerize_ml.report.screen import PLAIN, Screen

CASES = {
    "nothing changes": ("a\n", "a\n", ""),
    "a new file": ("", "a\nb\n", "--- /dev/null\n+++ b/Dockerfile\n@@ -0,0 +1,2 @@\n+a\n+b\n"),
    "a line changes": ("a\nb\n", "a\nc\n", "--- a/Dockerfile\n+++ b/Dockerfile\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n"),
    "a newline is added at the end": (
        "a",
        "a\n",
        "--- a/Dockerfile\n+++ b/Dockerfile\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n",
    ),
    "a control character does not act": (
        "a\x1b[2J\n",
        "b\n",
        "--- a/Dockerfile\n+++ b/Dockerfile\n@@ -1 +1 @@\n-a\\x1b[2J\n+b\n",
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), CASES.values(), ids=CASES)
def test_the_difference(old: str, new: str, expected: str) -> None:
    assert file_diff(old, new, "Dockerfile", PLAIN) == expected


def test_colour_changes_nothing_but_colour() -> None:
    coloured = file_diff("a\nb\n", "a\nc\n", "Dockerfile", Screen(colour=True))
    assert "\x1b[31m-b\x1b[0m\n\x1b[32m+c\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == file_diff("a\nb\n", "a\nc\n", "Dockerfile", PLAIN)


def test_a_file_too_long_to_compare_is_only_named() -> None:
    shown = file_diff("a\n" * LIMIT, "b\n", "Dockerfile", PLAIN)
    assert shown == "Dockerfile differs; it is too long to show how (20,000 and 1 lines)\n"
