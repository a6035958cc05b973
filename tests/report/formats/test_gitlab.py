import json
from collections.abc import Sequence

from dockerize_ml.lint.finding import Finding
from dockerize_ml.report.format import format_named
from dockerize_ml.report.lint_report import LintReport


def fingerprints(findings: Sequence[Finding], report: LintReport) -> list[str]:
    return [row["fingerprint"] for row in json.loads(format_named("gitlab").show(findings, report))]


def test_severities_and_places(findings: Sequence[Finding], report: LintReport) -> None:
    rows = json.loads(format_named("gitlab").show(findings, report))
    assert [row["severity"] for row in rows] == ["major", "major", "minor", "info", "critical"]
    assert rows[2]["location"] == {"path": "Dockerfile", "lines": {"begin": 3, "end": 4}}


def test_a_finding_is_known_again_when_lines_move(findings: Sequence[Finding], report: LintReport) -> None:
    moved = [found._replace(line=found.line + 1, end_line=found.end_line + 1) for found in findings]
    texts = {file: "# a comment\n" + text for file, text in report.texts.items()}
    assert fingerprints(moved, report._replace(texts=texts)) == fingerprints(findings, report)


def test_equal_lines_are_told_apart(findings: Sequence[Finding], report: LintReport) -> None:
    assert len(set(fingerprints([findings[0]] * 3, report))) == 3
