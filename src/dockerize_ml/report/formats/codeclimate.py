"""``lint --format codeclimate``: the issues of a Code Climate engine."""

from collections.abc import Iterator, Sequence

from dockerize_ml.lint.finding import Finding
from dockerize_ml.report.code_climate import issue
from dockerize_ml.report.fingerprint import fingerprints
from dockerize_ml.report.format import lint_format
from dockerize_ml.report.json_text import Json, json_text
from dockerize_ml.report.lint_report import LintReport
from dockerize_ml.report.repository_path import repository_path


@lint_format("codeclimate", "Issues as a Code Climate engine writes them, each ended by a zero byte.")
def show(findings: Sequence[Finding], report: LintReport) -> str:
    """A stream of issues, not an array: its specification ends each with a zero byte."""
    return "".join(f"{json_text(row)}\0" for row in _rows(findings, report))


def _rows(findings: Sequence[Finding], report: LintReport) -> Iterator[Json]:
    for finding, fingerprint in zip(findings, fingerprints(findings, report), strict=True):
        positions = {
            "begin": {"line": finding.line, "column": finding.column},
            "end": {"line": finding.end_line, "column": finding.end_column},
        }
        row = issue(finding, fingerprint) | {
            "location": {"path": repository_path(finding.file), "positions": positions}
        }
        known = report.rule(finding.code)
        yield row if known is None else row | {"content": {"body": known.why}}
