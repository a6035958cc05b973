"""``lint --format sarif``: SARIF 2.1.0, for code scanning."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from dockerize_ml.errors import DockerizeError
from dockerize_ml.lint.finding import Edit, Finding, Fix, Level
from dockerize_ml.report.fingerprint import fingerprints
from dockerize_ml.report.format import lint_format
from dockerize_ml.report.json_text import Json, json_text
from dockerize_ml.report.lint_report import LintReport
from dockerize_ml.report.repository_path import repository_path
from dockerize_ml.report.rule_markdown import rule_markdown
from dockerize_ml.report.source import Source

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note", Level.STYLE: "note"}
DRIVE = re.compile(r"[A-Za-z]:[\\/]")


@lint_format("sarif", "SARIF 2.1.0, for GitHub code scanning, Azure DevOps and editors.")
def show(findings: Sequence[Finding], report: LintReport) -> str:
    """One run with its rules, results and fixes."""
    rules = {finding.code: finding for finding in findings}
    codes = sorted(rules)
    driver: dict[str, Json] = {
        "name": "dockerize-ml",
        "version": report.version,
        "rules": [_rule(rules[code], report) for code in codes],
    }
    run: dict[str, Json] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.unread,
                "toolExecutionNotifications": [_notification(trouble) for trouble in report.unread],
            }
        ],
        "results": list(_results(findings, codes, report)),
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _rule(finding: Finding, report: LintReport) -> Json:
    known = report.rule(finding.code)
    if known is None:
        return {
            "id": finding.code,
            "name": finding.name,
            "shortDescription": {"text": finding.name},
            "defaultConfiguration": {"level": LEVELS[finding.level]},
        }
    said: dict[str, Json] = {
        "id": known.rule.code,
        "name": known.rule.name,
        "shortDescription": {"text": known.summary},
        "fullDescription": {"text": known.why or known.summary},
        "help": {"text": known.why or known.summary, "markdown": rule_markdown(known)},
        "defaultConfiguration": {"level": LEVELS[known.rule.level]},
        "properties": {"tags": [*known.rule.aliases, *known.presets]},
    }
    return said if known.url is None else said | {"helpUri": known.url}


def _results(findings: Sequence[Finding], codes: list[str], report: LintReport) -> Iterator[Json]:
    index = {code: at for at, code in enumerate(codes)}
    for finding, fingerprint in zip(findings, fingerprints(findings, report), strict=True):
        result: dict[str, Json] = {
            "ruleId": finding.code,
            "ruleIndex": index[finding.code],
            "level": LEVELS[finding.level],
            "message": {"text": finding.message},
            "locations": [{"physicalLocation": _location(finding)}],
            "partialFingerprints": {"primaryLocationLineHash": fingerprint},
        }
        if finding.fix is not None:
            result["fixes"] = [_fix(finding.fix, finding.file, report.source(finding.file))]
        yield result


def _location(finding: Finding) -> Json:
    region = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }
    return {"artifactLocation": _artifact(finding.file), "region": region}


def _artifact(path: str) -> Json:
    """Where a file is: below the root of the sources, or a whole URI where the path is absolute."""
    plain = repository_path(path)
    if DRIVE.match(path):
        return {"uri": f"file:///{quote(plain, safe='/:')}"}
    quoted = quote(plain.encode("utf-8", "surrogatepass"))
    if path.startswith("/"):
        return {"uri": f"file://{quoted}"}
    return {"uri": quoted, "uriBaseId": "%SRCROOT%"}


def _fix(fix: Fix, path: str, source: Source) -> Json:
    replacements = [_replacement(edit, source) for edit in fix.edits]
    change = {"artifactLocation": _artifact(path), "replacements": replacements}
    return {"description": {"text": fix.title}, "artifactChanges": [change]}


def _replacement(edit: Edit, source: Source) -> Json:
    start, end = source.position(edit.span.start), source.position(edit.span.end)
    region = {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}


def _notification(trouble: DockerizeError) -> Json:
    said: dict[str, Json] = {"level": "error", "message": {"text": f"{trouble.reason} {trouble.hint}"}}
    if trouble.path is not None:
        said["locations"] = [{"physicalLocation": {"artifactLocation": _artifact(trouble.path)}}]
    return said
