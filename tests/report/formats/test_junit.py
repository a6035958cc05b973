from collections.abc import Sequence
from xml.etree import ElementTree as ET

from dockerize_ml.errors import ProjectError
from dockerize_ml.lint.finding import Finding
from dockerize_ml.report.format import format_named
from dockerize_ml.report.lint_report import LintReport


def test_a_case_for_each_finding_and_each_clean_or_unread_file(findings: Sequence[Finding], report: LintReport) -> None:
    unread = ProjectError(reason="It is a folder.", hint="Name a file.", path="api")
    root = ET.fromstring(format_named("junit").show(findings, report._replace(unread=(unread,))))
    assert root.attrib == {"name": "dockerize-ml", "tests": "7", "failures": "5", "errors": "1"}
    assert [(suite.attrib["name"], len(suite)) for suite in root] == [
        ("Dockerfile", 4),
        ("api/Dockerfile, old", 1),
        ("clean", 1),
        ("api", 1),
    ]
    assert sum(int(suite.attrib["tests"]) for suite in root) == 7
    assert len(root.findall(".//failure")) == 5
    assert len(root.findall(".//error")) == 1
    assert len(list(root[2][0])) == 0
    failure = root[0][1][0]
    assert failure.attrib == {"message": "pip keeps a cache: 100% of it, twice.", "type": "warning DL3042"}
    assert failure.text == "Dockerfile:2:5 warning DL3042 pip keeps a cache: 100% of it, twice."


def test_any_text_is_xml(findings: Sequence[Finding], report: LintReport) -> None:
    nasty = findings[0]._replace(message="\udce9\x00\x1b]]>&<\"'größe 😀")
    assert ET.fromstring(format_named("junit").show([nasty], report)).findall(".//failure")
