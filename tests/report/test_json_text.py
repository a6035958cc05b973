import json

import pytest

from dockerize_ml.report.json_text import json_rows, json_text

TEXTS = {
    "plain": ("abc", "abc"),
    "a character beyond the basic plane keeps its pair": ("😀", "😀"),
    "a byte that was not UTF-8": ("\udce9", "\ufffd"),
    "half a pair at the end": ("a\ud83d", "a\ufffd"),
    "halves in the wrong order": ("\ude00\ud83d", "\ufffd\ufffd"),
    "what only looks like an escape": ("\\ud800", "\\ud800"),
    "an escape behind a backslash": ("\\\ud800", "\\\ufffd"),
}


@pytest.mark.parametrize(("text", "read"), TEXTS.values(), ids=TEXTS)
def test_any_text_survives_as_ascii(text: str, read: str) -> None:
    written = json_text(text)
    assert written.isascii()
    assert json.loads(written) == read


def test_rows_stand_one_to_a_line() -> None:
    assert json_rows([{"a": 1}, {"b": 2}]) == '[{"a": 1},\n {"b": 2}]\n'
    assert json_rows([]) == "[]\n"
