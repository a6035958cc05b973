from collections.abc import Sequence

from dockerize_ml.lint.finding import Finding
from dockerize_ml.report.format import format_named
from dockerize_ml.report.lint_report import LintReport


def test_each_issue_is_ended_by_a_zero_byte(findings: Sequence[Finding], report: LintReport) -> None:
    shown = format_named("codeclimate").show(findings, report)
    assert shown.endswith("}\0")
    assert shown.count("\0") == len(findings)
    assert "\n" not in shown


def test_nothing_found_is_nothing(report: LintReport) -> None:
    assert format_named("codeclimate").show([], report) == ""
