from collections.abc import Sequence

from dockerize_ml.lint.finding import Finding
from dockerize_ml.report.format import format_named
from dockerize_ml.report.lint_report import LintReport


def test_one_line_per_finding(findings: Sequence[Finding], report: LintReport) -> None:
    assert format_named("concise").show(findings, report).splitlines() == [
        "Dockerfile:1:6 warning DL3007 `python:latest` can change under you. Pin it.",
        "Dockerfile:2:5 warning DL3042 pip keeps a cache: 100% of it, twice.",
        'Dockerfile:3:1 info DL3009 Delete the apt lists <in the same RUN> & "layer".',
        r"Dockerfile:5:5 style DL3025 Two\nlines and \x1b[2J.",
        "api/Dockerfile, old:1:1 error DL1000 Unknown instruction `COPPY`.",
    ]


def test_nothing_found_is_nothing(report: LintReport) -> None:
    assert format_named("concise").show([], report) == ""
