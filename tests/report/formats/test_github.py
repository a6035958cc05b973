from collections.abc import Sequence

import pytest

from dockerize_ml.lint.finding import Finding
from dockerize_ml.report.format import format_named
from dockerize_ml.report.lint_report import LintReport


def test_one_command_per_finding(findings: Sequence[Finding], report: LintReport) -> None:
    lines = format_named("github").show(findings, report).splitlines()
    assert lines[1] == (
        "::warning title=DL3042 rule-dl3042,file=Dockerfile,line=2,endLine=2,col=5,endColumn=16"
        "::Dockerfile:2:5: DL3042 pip keeps a cache: 100%25 of it, twice."
    )
    assert [line.split(" ")[0] for line in lines] == ["::warning", "::warning", "::notice", "::notice", "::error"]


def test_columns_only_within_one_line(findings: Sequence[Finding], report: LintReport) -> None:
    assert ",line=3,endLine=4::" in format_named("github").show(findings, report)


NASTY = {
    "a newline starts no command": "a\n::set-output name=x::y",
    "a carriage return neither": "a\r::error::y",
    "a comma ends no property": "a,line=9",
    "a colon ends no properties": "a::b",
    "a percent sign decodes to nothing else": "a%0Ab",
}


@pytest.mark.parametrize("nasty", NASTY.values(), ids=NASTY)
def test_no_text_of_others_is_a_command(nasty: str, findings: Sequence[Finding], report: LintReport) -> None:
    shown = format_named("github").show([findings[0]._replace(message=nasty, file=nasty)], report)
    assert len(shown.splitlines()) == 1
    told, _, message = shown.removeprefix("::").partition("::")
    properties = dict(item.split("=", 1) for item in told.split(" ", 1)[1].split(","))
    assert set(properties) == {"title", "file", "line", "endLine", "col", "endColumn"}
    assert unescaped(properties["file"]) == nasty
    assert "\n" not in unescaped(message.rstrip("\n"))


def unescaped(text: str) -> str:
    for code, char in {"%0A": "\n", "%0D": "\r", "%3A": ":", "%2C": ",", "%25": "%"}.items():
        text = text.replace(code, char)
    return text
