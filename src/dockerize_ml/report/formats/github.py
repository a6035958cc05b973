"""``lint --format github``: workflow commands, which GitHub shows beside the lines of a change."""

from collections.abc import Sequence

from dockerize_ml.lint.finding import Finding, Level
from dockerize_ml.report.format import lint_format
from dockerize_ml.report.headline import place_of
from dockerize_ml.report.lint_report import LintReport
from dockerize_ml.report.repository_path import repository_path
from dockerize_ml.report.safe import safe

COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice", Level.STYLE: "notice"}


@lint_format("github", "Annotations for GitHub Actions.")
def show(findings: Sequence[Finding], report: LintReport) -> str:  # noqa: ARG001 - every format is called alike
    """One workflow command per finding."""
    return "".join(f"{_command(finding)}\n" for finding in findings)


def _command(finding: Finding) -> str:
    properties: dict[str, str | int] = {
        "title": f"{finding.code} {finding.name}",
        "file": repository_path(finding.file),
        "line": finding.line,
        "endLine": finding.end_line,
    }
    # GitHub heeds columns only within one line, and refuses them otherwise.
    if finding.line == finding.end_line:
        properties |= {"col": finding.column, "endColumn": finding.end_column}
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    # The place is said again, because the log of the run shows nothing but the message.
    message = _data(f"{place_of(finding)}: {finding.code} {safe(finding.message)}")
    return f"::{COMMANDS[finding.level]} {told}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(safe(text, keep="\r\n")).replace(":", "%3A").replace(",", "%2C")
