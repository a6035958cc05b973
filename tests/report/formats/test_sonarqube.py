import json
from collections.abc import Sequence

from dockerize_ml.lint.finding import Finding
from dockerize_ml.report.format import format_named
from dockerize_ml.report.lint_report import LintReport


def ranges(findings: Sequence[Finding], report: LintReport) -> list[dict[str, int]]:
    issues = json.loads(format_named("sonarqube").show(findings, report))["issues"]
    return [issue["primaryLocation"]["textRange"] for issue in issues]


def test_columns_count_from_zero(findings: Sequence[Finding], report: LintReport) -> None:
    assert ranges(findings[:1], report) == [{"startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 18}]


def test_a_range_of_nothing_has_no_columns(findings: Sequence[Finding], report: LintReport) -> None:
    assert ranges(findings[4:], report) == [{"startLine": 1}]


def test_columns_are_units_of_utf16(findings: Sequence[Finding], report: LintReport) -> None:
    found = findings[0]._replace(column=10, end_column=12)
    emoji = report._replace(texts={"Dockerfile": "LABEL a=😀 bb\n"})
    assert ranges([found._replace(column=9, end_column=10)], emoji)[0] == {
        "startLine": 1,
        "startColumn": 8,
        "endLine": 1,
        "endColumn": 10,
    }


def test_every_issue_has_its_rule(findings: Sequence[Finding], report: LintReport) -> None:
    said = json.loads(format_named("sonarqube").show([*findings, findings[0]], report))
    rules = [rule["id"] for rule in said["rules"]]
    assert rules == sorted(set(rules))
    assert {issue["ruleId"] for issue in said["issues"]} == set(rules)
