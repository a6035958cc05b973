"""``lint --format sonarqube``: SonarQube's generic import of issues."""

from collections.abc import Sequence

from dockerize_ml.lint.finding import Finding, Level
from dockerize_ml.report.format import lint_format
from dockerize_ml.report.json_text import Json, json_text
from dockerize_ml.report.lint_report import LintReport
from dockerize_ml.report.repository_path import repository_path
from dockerize_ml.report.source import Source

# How SonarQube calls a level: in its standard experience, and as an impact on a quality.
SEVERITIES = {Level.ERROR: "CRITICAL", Level.WARNING: "MAJOR", Level.INFO: "MINOR", Level.STYLE: "INFO"}
IMPACTS = {Level.ERROR: "HIGH", Level.WARNING: "MEDIUM", Level.INFO: "LOW", Level.STYLE: "INFO"}


@lint_format("sonarqube", "Generic issues for SonarQube 10.3 and newer, and SonarCloud.")
def show(findings: Sequence[Finding], report: LintReport) -> str:
    """The rules that found something, then the issues."""
    by_code = {finding.code: finding for finding in findings}
    rules = [_rule(by_code[code], report) for code in sorted(by_code)]
    issues = [_issue(finding, report.source(finding.file)) for finding in findings]
    return json_text({"rules": rules, "issues": issues}) + "\n"


def _rule(finding: Finding, report: LintReport) -> Json:
    known = report.rule(finding.code)
    level = finding.level if known is None else known.rule.level
    return {
        "id": finding.code,
        "name": f"{finding.code} {finding.name}",
        "description": finding.name if known is None else known.why or known.summary,
        "engineId": "dockerize-ml",
        "cleanCodeAttribute": "CONVENTIONAL" if level is Level.STYLE else "TRUSTWORTHY",
        "type": "CODE_SMELL",
        "severity": SEVERITIES[level],
        "impacts": [{"softwareQuality": "MAINTAINABILITY", "severity": IMPACTS[level]}],
    }


def _issue(finding: Finding, source: Source) -> Json:
    location = {
        "message": finding.message,
        "filePath": repository_path(finding.file),
        "textRange": _range(finding, source),
    }
    return {"ruleId": finding.code, "primaryLocation": location}


def _range(finding: Finding, source: Source) -> Json:
    """Columns from 0 in units of UTF-16; left out where nothing lies between, which the import refuses."""
    start = _units(source.line(finding.line), finding.column - 1)
    end = _units(source.line(finding.end_line), finding.end_column - 1)
    if (finding.line, start) >= (finding.end_line, end):
        return {"startLine": finding.line}
    return {"startLine": finding.line, "startColumn": start, "endLine": finding.end_line, "endColumn": end}


def _units(line: str, characters: int) -> int:
    return len(line[:characters].encode("utf-16-le", "surrogatepass")) // 2
