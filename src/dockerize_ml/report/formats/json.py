"""``lint --format json``: hadolint's rows and more."""

from collections.abc import Sequence

from dockerize_ml.lint.finding import Edit, Finding, Fix
from dockerize_ml.report.format import lint_format
from dockerize_ml.report.json_text import Json, json_rows
from dockerize_ml.report.lint_report import LintReport
from dockerize_ml.report.source import Source


@lint_format("json", "An array of findings; what reads hadolint's JSON reads this.")
def show(findings: Sequence[Finding], report: LintReport) -> str:
    """One object per finding, one to a line."""
    return json_rows(_row(finding, report.source(finding.file)) for finding in findings)


def _row(finding: Finding, source: Source) -> Json:
    return {
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "code": finding.code,
        "name": finding.name,
        "aliases": finding.aliases,
        "level": finding.level,
        "message": finding.message,
        "fix": _fix(finding.fix, source),
    }


def _fix(fix: Fix | None, source: Source) -> Json:
    if fix is None:
        return None
    return {"title": fix.title, "safe": fix.safe, "edits": [_edit(edit, source) for edit in fix.edits]}


def _edit(edit: Edit, source: Source) -> Json:
    start, end = source.position(edit.span.start), source.position(edit.span.end)
    return {
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "text": edit.text,
    }
