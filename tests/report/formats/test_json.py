import json
from collections.abc import Sequence

from dockerize_ml.lint.finding import Finding
from dockerize_ml.report.format import format_named
from dockerize_ml.report.lint_report import LintReport


def test_rows_hold_what_hadolint_has_and_more(findings: Sequence[Finding], report: LintReport) -> None:
    rows = json.loads(format_named("json").show(findings, report))
    assert rows[1] == {
        "file": "Dockerfile",
        "line": 2,
        "column": 5,
        "end_line": 2,
        "end_column": 16,
        "code": "DL3042",
        "name": "rule-dl3042",
        "aliases": [],
        "level": "warning",
        "message": "pip keeps a cache: 100% of it, twice.",
        "fix": {
            "title": "add `--no-cache-dir`",
            "safe": True,
            "edits": [{"line": 2, "column": 16, "end_line": 2, "end_column": 16, "text": " --no-cache-dir"}],
        },
    }
    assert [row["fix"] is None for row in rows] == [True, False, True, False, True]
    assert rows[3]["aliases"] == ["JSONArgsRecommended"]


def test_one_finding_stands_on_one_line(findings: Sequence[Finding], report: LintReport) -> None:
    assert len(format_named("json").show(findings, report).splitlines()) == len(findings)


def test_nothing_found_is_an_empty_array(report: LintReport) -> None:
    assert format_named("json").show([], report) == "[]\n"


def test_no_text_of_others_breaks_the_json(findings: Sequence[Finding], report: LintReport) -> None:
    nasty = 'a\udce9 "\\ud800" \ud83d 😀 \x1b\u202e'
    shown = format_named("json").show([findings[0]._replace(message=nasty)], report)
    assert shown.isascii()
    assert json.loads(shown)[0]["message"] == 'a\ufffd "\\ud800" \ufffd 😀 \x1b\u202e'
