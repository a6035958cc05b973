"""``lint --format gitlab``: the code quality report of GitLab."""

from collections.abc import Iterator, Sequence

from dockerize_ml.lint.finding import Finding
from dockerize_ml.report.code_climate import issue
from dockerize_ml.report.fingerprint import fingerprints
from dockerize_ml.report.format import lint_format
from dockerize_ml.report.json_text import Json, json_rows
from dockerize_ml.report.lint_report import LintReport
from dockerize_ml.report.repository_path import repository_path


@lint_format("gitlab", "The code quality report of GitLab CI.")
def show(findings: Sequence[Finding], report: LintReport) -> str:
    """An array of issues."""
    return json_rows(_rows(findings, report))


def _rows(findings: Sequence[Finding], report: LintReport) -> Iterator[Json]:
    for finding, fingerprint in zip(findings, fingerprints(findings, report), strict=True):
        lines = {"begin": finding.line, "end": finding.end_line}
        yield issue(finding, fingerprint) | {"location": {"path": repository_path(finding.file), "lines": lines}}
