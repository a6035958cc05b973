from collections.abc import Sequence
from xml.etree import ElementTree as ET

from dockerize_ml.lint.finding import Finding
from dockerize_ml.report.format import format_named
from dockerize_ml.report.lint_report import LintReport


def test_files_and_their_errors(findings: Sequence[Finding], report: LintReport) -> None:
    shown = format_named("checkstyle").show(findings, report)
    root = ET.fromstring(shown)
    assert (root.tag, root.attrib) == ("checkstyle", {"version": "4.3"})
    assert [(file.attrib["name"], len(file)) for file in root] == [
        ("Dockerfile", 4),
        ("api/Dockerfile, old", 1),
        ("clean", 0),
    ]
    assert [error.tag for error in root[0]] == ["error"] * 4
    assert root[0][2].attrib == {
        "line": "3",
        "column": "1",
        "severity": "info",
        "message": 'Delete the apt lists <in the same RUN> & "layer".',
        "source": "DL3009",
    }


def test_any_text_is_xml(findings: Sequence[Finding], report: LintReport) -> None:
    nasty = "\udce9\x00\x1b\ufffe]]>&<\"'größe 😀"
    shown = format_named("checkstyle").show([findings[0]._replace(message=nasty)], report)
    assert shown.isascii()
    assert ET.fromstring(shown)[0][0].attrib["message"] == r"\xe9\x00\x1b\ufffe" + "]]>&<\"'größe 😀"
