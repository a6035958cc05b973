import re
from collections.abc import Sequence

import pytest

from dockerize_ml.lint.finding import Finding
from dockerize_ml.report.format import format_named
from dockerize_ml.report.lint_report import LintReport
from dockerize_ml.report.screen import Screen

WHOLE = r"""
Dockerfile:1:6 warning DL3007 `python:latest` can change under you. Pin it.
   1 │ FROM python:latest
     │      ^^^^^^^^^^^^^

Dockerfile:2:5 warning DL3042 pip keeps a cache: 100% of it, twice.
   2 │ RUN pip install flask
     │     ^^^^^^^^^^^
     fix: add `--no-cache-dir`

Dockerfile:3:1 info DL3009 Delete the apt lists <in the same RUN> & "layer".
   3 │ ╭ RUN apt-get update && \
   4 │ │     apt-get install -y curl
     │ ╰───────────────────────────^

Dockerfile:5:5 style DL3025 Two\nlines and \x1b[2J.
   5 │ CMD flask run
     │     ^^^^^^^^^
     fix (unsafe): write `CMD` as a list

api/Dockerfile, old:1:1 error DL1000 Unknown instruction `COPPY`.
   1 │ COPPY a b
     │ ^

Found 1 error, 2 warnings, 1 info, 1 style in 2 of 3 files. 1 fixable with `--fix`, 1 more with `--unsafe-fixes`.
"""


def test_the_whole_page(findings: Sequence[Finding], report: LintReport) -> None:
    assert format_named("text").show(findings, report) == WHOLE.lstrip("\n")


SUMMARIES = {
    "nothing found": ([], "✓ Nothing found in 3 files."),
    "nothing to fix": ([0], "Found 1 warning in 1 of 3 files."),
    "a safe fix": ([1], "Found 1 warning in 1 of 3 files. 1 fixable with `--fix`."),
    "an unsafe fix": ([3], "Found 1 style in 1 of 3 files. 1 fixable with `--fix --unsafe-fixes`."),
}


@pytest.mark.parametrize(("chosen", "summary"), SUMMARIES.values(), ids=SUMMARIES)
def test_the_last_line_counts(findings: Sequence[Finding], report: LintReport, chosen: list[int], summary: str) -> None:
    shown = format_named("text").show([findings[at] for at in chosen], report)
    assert shown.splitlines()[-1] == summary


def test_quiet_leaves_the_count_out(findings: Sequence[Finding], report: LintReport) -> None:
    quiet = report._replace(quiet=True)
    assert "Found" not in format_named("text").show(findings, quiet)
    assert format_named("text").show([], quiet) == ""


def test_where_no_file_could_be_read_nothing_is_called_clean(report: LintReport) -> None:
    assert format_named("text").show([], report._replace(texts={})) == ""


def test_colour_changes_nothing_but_colour(findings: Sequence[Finding], report: LintReport) -> None:
    coloured = format_named("text").show(findings, report._replace(screen=Screen(colour=True)))
    assert "\x1b[1;33mwarning DL3007\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == format_named("text").show(findings, report)


def test_ascii_only(findings: Sequence[Finding], report: LintReport) -> None:
    assert format_named("text").show(findings, report._replace(screen=Screen(unicode=False))).isascii()
