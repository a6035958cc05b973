"""Lines of TOML entries."""

import time

import pytest

from dockerize_ml.manifests.line_of import Lines, table_lines

TEXT = """\
title = "flask"  # no dependency

[project]
name = "flask"
dependencies = [
    "flask",
    'numpy>=1', "pandas",
]
[project.optional-dependencies]
web = ["flask"]
"quoted-name" = ["flask"]
[tool . "poetry".dependencies]
Foo_Bar = "1"
python.version = "3"
[tool.poetry.dependencies.table]
version = "1"
"""


@pytest.mark.parametrize(
    ("section", "key", "line"),
    [
        ("project", "name", 4),
        ("tool.poetry.dependencies", "foo-bar", 13),
        ("tool.poetry.dependencies", "python", 14),
        ("tool.poetry.dependencies", "table", 15),
        ("project.optional-dependencies", "quoted-name", 11),
        ("", "title", 1),
        ("project", "missing", None),
    ],
)
def test_finds_keys(section: str, key: str, line: int | None) -> None:
    assert Lines(TEXT).of_key(section, key) == line


def test_finds_texts() -> None:
    lines = Lines(TEXT)
    assert lines.of_text("project", "flask", after="dependencies") == 6
    assert lines.of_text("project", "numpy>=1") == 7
    assert lines.of_text("project.optional-dependencies", "flask", after="quoted-name") == 11
    assert lines.of_text("nowhere", "pandas") == 7
    assert lines.of_text("project", "missing") is None


def test_tables_without_a_name_keep_their_place() -> None:
    assert list(table_lines('[[p]]\nname="a"\n[[p]]\nversion="1"\n[x]\n[[p]]\n', "p")) == [2, 3, 6]


def test_many_entries_take_linear_time() -> None:
    lines = Lines("[a]\n" + "".join(f'k{number} = "t{number}"\n' for number in range(10_000)))
    started = time.monotonic()
    assert all(lines.of_key("a", f"k{number}") == lines.of_text("a", f"t{number}") for number in range(10_000))
    assert time.monotonic() - started < 10
