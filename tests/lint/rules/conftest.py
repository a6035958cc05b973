"""Turns the tables CATCHES, STAYS_QUIET and FIXES of a rule's test file into tests, one for each row.

The file is named for the rule's module. A row is a Dockerfile; one without FROM stands below a plain one. ``⟦…⟧`` marks
the very characters that the finding has to underline. SETTINGS in the same file are used for all its rows, with the
rule itself selected; DOCKERIGNORE is the text of the ``.dockerignore`` beside them, PROJECT the texts of all files by
their paths.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from dockerize_ml.lint import Settings, Source, lint
from dockerize_ml.lint.fixing import fix
from dockerize_ml.lint.registry import import_rule, modules

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dockerize_ml.lint import Finding
    from dockerize_ml.lint.rule import Rule

OPEN, CLOSE = "⟦", "⟧"
TABLES = ("CATCHES", "STAYS_QUIET", "FIXES")


def pytest_pycollect_makeitem(collector: pytest.Module, name: str, obj: object) -> pytest.Collector | None:
    """A table of a test file becomes a group of tests."""
    if name not in TABLES or not isinstance(obj, dict):
        return None
    table: Table = Table.from_parent(collector, name=name)
    table.rows = obj
    return table


class Table(pytest.Collector):
    """One table of a rule's test file."""

    rows: Mapping[str, str | tuple[str, str]]

    def collect(self) -> Iterator[pytest.Item]:
        for reason, row in self.rows.items():
            item: Row = Row.from_parent(self, name=reason)
            item.row = row
            yield item


class Row(pytest.Item):
    """One row: its key says why it must hit, or must not."""

    row: str | tuple[str, str]

    def runtest(self) -> None:
        rule = rule_of(self.path.stem.removeprefix("test_"))
        module = self.getparent(pytest.Module).obj  # type: ignore[union-attr]
        settings = getattr(module, "SETTINGS", Settings())
        beside = files_beside(module)
        match self.parent.name if self.parent else "", self.row:
            case "CATCHES", str(text):
                catches(rule, text, settings, beside)
            case "STAYS_QUIET", str(text):
                found = hits(rule, text, settings, beside)
                assert not found, f"{found[0].line}:{found[0].column} {found[0].message}"
            case "FIXES", (str(before), str(after)):
                assert fixed(rule, before, settings, beside) == whole(after)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, None, f"{self.path.stem}: {self.name}"

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:  # noqa: ARG002 - pytest passes it
        if excinfo.errisinstance(AssertionError):
            return f"{excinfo.value}\n\n{self.row if isinstance(self.row, str) else self.row[0]}"
        return str(excinfo.getrepr(style="short"))


def rule_of(name: str) -> Rule:
    module = next(module for module in modules() if module.endswith(f".{name}"))
    return import_rule(module)


def whole(text: str) -> str:
    has_from = any(line.upper().lstrip(OPEN).startswith("FROM ") for line in text.splitlines())
    return text if has_from else f"FROM debian:12-slim\n{text}"


def hits(rule: Rule, text: str, settings: Settings, beside: dict[str, str] | None) -> list[Finding]:
    with folder_with(beside) as folder:
        project = folder if "project" in rule.on else None
        found = lint([Source("Dockerfile", whole(text), folder, project)], with_rule(rule, settings))
    return [finding for finding in found if finding.code == rule.code]


def files_beside(module: object) -> dict[str, str] | None:
    """The files that all rows of a test file stand beside."""
    ignore = getattr(module, "DOCKERIGNORE", None)
    return getattr(module, "PROJECT", None) if ignore is None else {".dockerignore": ignore}


@contextmanager
def folder_with(files: dict[str, str] | None) -> Iterator[Path | None]:
    """A folder with these files, where the rows want one."""
    if files is None:
        yield None
        return
    with TemporaryDirectory() as name:
        for path, text in files.items():
            file = Path(name, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="")
        yield Path(name)


def with_rule(rule: Rule, settings: Settings) -> Settings:
    return settings._replace(select=(rule.code, *settings.select), shellcheck=False, cache=False)


def catches(rule: Rule, text: str, settings: Settings, beside: dict[str, str] | None) -> None:
    plain = text.replace(OPEN, "").replace(CLOSE, "")
    found = hits(rule, plain, settings, beside)
    assert found, "nothing found"
    if OPEN in text:
        marked = [underlined(finding, whole(plain)) for finding in found]
        assert any(words == whole(text) for words in marked), f"underlined instead:\n{marked[0]}"


def underlined(finding: Finding, text: str) -> str:
    lines = text.splitlines(keepends=True)
    start = sum(map(len, lines[: finding.line - 1])) + finding.column - 1
    end = sum(map(len, lines[: finding.end_line - 1])) + finding.end_column - 1
    return f"{text[:start]}{OPEN}{text[start:end]}{CLOSE}{text[end:]}"


def fixed(rule: Rule, text: str, settings: Settings, beside: dict[str, str] | None) -> str:
    with folder_with(beside) as folder:
        project = folder if "project" in rule.on else None
        return fix(whole(text), with_rule(rule, settings), unsafe=True, folder=folder, project=project).text
