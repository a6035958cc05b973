"""Every format that is JSON follows the published shape of the tool that reads it."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from dockerize_ml.errors import ProjectError
from dockerize_ml.lint.finding import Finding
from dockerize_ml.report.format import format_named
from dockerize_ml.report.lint_report import LintReport

SCHEMAS = Path(__file__).parent.parent / "schemas"


def documents(name: str, findings: Sequence[Finding], report: LintReport) -> list[object]:
    shown = format_named(name).show(findings, report)
    assert shown.isascii()
    if name == "codeclimate":
        return [json.loads(piece) for piece in shown.split("\0")[:-1]]
    return [json.loads(shown)]


@pytest.mark.parametrize("name", [schema.stem for schema in sorted(SCHEMAS.glob("*.json"))])
@pytest.mark.parametrize("count", [0, 1, 5])
def test_the_shape_that_its_readers_expect(
    name: str, count: int, findings: Sequence[Finding], report: LintReport
) -> None:
    schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    unread = ProjectError(reason="not a file", hint="Name a file.", path="/a b/Dockerfile")
    whole = report._replace(unread=(unread,))
    for document in documents(name, findings[:count], whole):
        Draft202012Validator(schema).validate(document)


@pytest.mark.parametrize("name", [schema.stem for schema in sorted(SCHEMAS.glob("*.json"))])
def test_any_text_survives(name: str, findings: Sequence[Finding], report: LintReport) -> None:
    nasty = "\udce9\x00\x1b[2J\u202e]]>&<\"'%0A::error::\ud83d"
    found = findings[0]._replace(message=nasty, file=nasty)
    assert documents(name, [found], report._replace(texts={nasty: nasty}))
