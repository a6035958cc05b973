import json
from collections.abc import Sequence

import pytest

from dockerize_ml.errors import ProjectError
from dockerize_ml.lint.finding import Finding, Level
from dockerize_ml.lint.pages import Page
from dockerize_ml.lint.rule import Rule
from dockerize_ml.report.format import format_named
from dockerize_ml.report.lint_report import LintReport

PAGE = Page(
    rule=Rule(code="DL3042", name="no-pip-cache", level=Level.WARNING, on=("RUN",)),
    summary="pip's cache stays in the layer.",
    why="It only makes the layer bigger.",
    settings="",
    before="FROM a\nRUN pip install b\n",
    after="FROM a\nRUN pip install --no-cache-dir b\n",
    differs="",
    presets=("recommended", "hadolint"),
    not_recommended="",
    url="https://example.org/DL3042",
)


def test_rules_results_and_fixes_belong_together(findings: Sequence[Finding], report: LintReport) -> None:
    documented = report._replace(rule=lambda code: PAGE if code == "DL3042" else None)
    run = json.loads(format_named("sarif").show(findings, documented))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["DL1000", "DL3007", "DL3009", "DL3025", "DL3042"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [found.code for found in findings]
    assert rules[4]["help"]["markdown"].count("```dockerfile") == 2
    assert rules[4]["helpUri"] == "https://example.org/DL3042"
    assert "help" not in rules[0]
    assert [result["level"] for result in run["results"]] == ["warning", "warning", "note", "note", "error"]
    assert run["results"][1]["fixes"] == [
        {
            "description": {"text": "add `--no-cache-dir`"},
            "artifactChanges": [
                {
                    "artifactLocation": {"uri": "Dockerfile", "uriBaseId": "%SRCROOT%"},
                    "replacements": [
                        {
                            "deletedRegion": {"startLine": 2, "startColumn": 16, "endLine": 2, "endColumn": 16},
                            "insertedContent": {"text": " --no-cache-dir"},
                        }
                    ],
                }
            ],
        }
    ]


URIS = {
    "a plain file": ("Dockerfile", "Dockerfile"),
    "blanks and more": ("my app/Docker#file é", "my%20app/Docker%23file%20%C3%A9"),
    "an absolute path": ("/srv/a b/Dockerfile", "file:///srv/a%20b/Dockerfile"),
    "a Windows drive": ("C:/my app/Dockerfile", "file:///C:/my%20app/Dockerfile"),
    "a colon is no scheme": ("a:b", "a%3Ab"),
    "a byte that is not UTF-8": ("caf\udce9", "caf%ED%B3%A9"),
}


@pytest.mark.parametrize(("file", "uri"), URIS.values(), ids=URIS)
def test_paths_are_uris(file: str, uri: str, findings: Sequence[Finding], report: LintReport) -> None:
    run = json.loads(format_named("sarif").show([findings[0]._replace(file=file)], report))["runs"][0]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_file_that_could_not_be_read_is_told(report: LintReport) -> None:
    unread = ProjectError(reason="It is a folder.", hint="Name a file.", path="api")
    run = json.loads(format_named("sarif").show([], report._replace(unread=(unread,))))["runs"][0]
    assert run["invocations"] == [
        {
            "executionSuccessful": False,
            "toolExecutionNotifications": [
                {
                    "level": "error",
                    "message": {"text": "It is a folder. Name a file."},
                    "locations": [{"physicalLocation": {"artifactLocation": {"uri": "api", "uriBaseId": "%SRCROOT%"}}}],
                }
            ],
        }
    ]
