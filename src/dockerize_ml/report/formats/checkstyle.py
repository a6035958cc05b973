"""``lint --format checkstyle``: the XML that Jenkins and many others read."""

from collections.abc import Iterator, Sequence

from dockerize_ml.lint.finding import Finding, Level
from dockerize_ml.report.format import lint_format
from dockerize_ml.report.lint_report import LintReport
from dockerize_ml.report.xml_text import HEAD, attributes

SEVERITIES = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "info", Level.STYLE: "info"}


@lint_format("checkstyle", "Checkstyle's XML, for Jenkins and other build servers.")
def show(findings: Sequence[Finding], report: LintReport) -> str:
    """Every linted file, also the clean ones, with what was found in it."""
    files = "".join(_file(file, found) for file, found in report.by_file(findings))
    return f'{HEAD}<checkstyle version="4.3">\n{files}</checkstyle>\n'


def _file(file: str, findings: Sequence[Finding]) -> str:
    return f"  <file{attributes(name=file)}>\n{''.join(_errors(findings))}  </file>\n"


def _errors(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        told = attributes(
            line=finding.line,
            column=finding.column,
            severity=SEVERITIES[finding.level],
            message=finding.message,
            source=finding.code,
        )
        yield f"    <error{told}/>\n"
