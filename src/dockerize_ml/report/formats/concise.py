"""``lint --format concise``: one line per finding."""

from collections.abc import Sequence

from dockerize_ml.lint.finding import Finding
from dockerize_ml.report.format import lint_format
from dockerize_ml.report.headline import headline
from dockerize_ml.report.lint_report import LintReport


@lint_format("concise", "One line per finding: `Dockerfile:4:5 warning DL3042 message`.")
def show(findings: Sequence[Finding], report: LintReport) -> str:
    """The head lines of the text format, nothing else."""
    return "".join(f"{headline(finding, report.screen)}\n" for finding in findings)
