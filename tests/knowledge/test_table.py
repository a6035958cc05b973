"""Every table: each row answers why, from which source and when it was checked."""

from collections.abc import Iterator
from datetime import date
from importlib.resources import files

import pytest

from dockerize_ml.knowledge import table

TABLES = sorted(
    entry.name.removesuffix(".toml")
    for entry in files("dockerize_ml.knowledge").iterdir()
    if entry.name.endswith(".toml")
)


def every_row(name: str) -> Iterator[table.Row]:
    document = table._document(name)
    for section, value in document.items():
        if table._is_section(value):
            yield from table.rows(name, section)


@pytest.mark.parametrize("name", TABLES)
def test_every_row_says_why_from_where_and_when(name: str) -> None:
    seen = list(every_row(name))
    assert seen
    for row in seen:
        assert row.why.strip(), row.values
        assert row.source.strip(), row.values
        assert row.checked >= date(2026, 1, 1), row.values


@pytest.mark.parametrize("name", TABLES)
def test_no_row_stands_twice(name: str) -> None:
    seen = [repr(sorted(row.values.items(), key=str)) for row in every_row(name)]
    assert len(seen) == len(set(seen))


def test_a_row_falls_back_to_what_its_file_says() -> None:
    row = table.Row(
        "t", {"name": "x"}, {"why": "For all.", "source": "https://example.org", "checked": date(2026, 1, 2)}
    )
    assert (row.why, row.source, row.checked) == ("For all.", "https://example.org", date(2026, 1, 2))


WRONG = {
    "a number where a text belongs": ("text", 7),
    "a text where a list belongs": ("texts", "libgl1"),
    "a list with a number in it": ("texts", ["libgl1", 7]),
    "a truth value where a number belongs": ("number", True),
    "a text where a truth value belongs": ("flag", "yes"),
    "a text where a day belongs": ("day", "2026-11-22"),
    "a list where names belong": ("pairs", ["a"]),
}


@pytest.mark.parametrize(("reader", "value"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_type_names_the_table_and_the_key(reader: str, value: object) -> None:
    row = table.Row("debian", {"key": value}, {})
    with pytest.raises(TypeError, match=r"debian\.toml: `key`"):
        getattr(row, reader)("key")


def test_the_rows_that_name_a_word_are_those_of_the_whole_table() -> None:
    named = [row for row in table.rows("debian", "package") if "opencv-python" in row.texts("distributions")]
    assert list(table.rows_naming("debian", "package", "opencv-python")) == named
    assert named
    assert not list(table.rows_naming("debian", "package", "no-such-distribution"))
