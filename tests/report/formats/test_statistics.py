from collections.abc import Sequence

from dockerize_ml.lint.finding import Finding
from dockerize_ml.report.format import format_named
from dockerize_ml.report.lint_report import LintReport


def test_the_most_frequent_first(findings: Sequence[Finding], report: LintReport) -> None:
    many = [*[findings[1]] * 11, findings[4], findings[0]]
    assert format_named("statistics").show(many, report).splitlines() == [
        "11  DL3042  warning  rule-dl3042  11 fixable",
        " 1  DL1000  error    rule-dl1000",
        " 1  DL3007  warning  rule-dl3007",
    ]


def test_nothing_found_is_nothing(report: LintReport) -> None:
    assert format_named("statistics").show([], report) == ""
