"""YAML as plain text values, with lines, and without its bombs."""

import pytest

from dockerize_ml.errors import ManifestError
from dockerize_ml.project.yaml_reading import read_yaml

VALUES: dict[str, tuple[str, object]] = {
    "numbers stay as written": ("python: 3.10\nport: 0o17\n", {"python": "3.10", "port": "0o17"}),
    "words stay as written": ("a: yes\nb: on\nc: 22:22\n", {"a": "yes", "b": "on", "c": "22:22"}),
    "nothing": ("a:\nb: null\nc: ~\nd: ''\n", {"a": None, "b": None, "c": None, "d": ""}),
    "lists": ("- a\n- [b, {c: d}]\n", ["a", ["b", {"c": "d"}]]),
    "merged": (
        "x: &x {a: '1', b: '2'}\ny:\n  <<: *x\n  b: '3'\n",
        {"x": {"a": "1", "b": "2"}, "y": {"b": "3", "a": "1"}},
    ),
    "merged lists": ("x: &x {a: q}\ny: {<<: [*x, {c: d}]}\n", {"x": {"a": "q"}, "y": {"a": "q", "c": "d"}}),
    "alias": ("a: &a b\nc: *a\n", {"a": "b", "c": "b"}),
    "itself": ("&a [*a]", [None]),
    "keys that are no text": ("? [a]\n: b\n? {c: d}\n: e\n1: f\n", {"": "e", "1": "f"}),
    "two documents": ("a: b\n---\nc: d\n", {"a": "b"}),
    "empty": ("", None),
    "comment only": ("# nothing\n", None),
    "text": ("words and words", "words and words"),
    "object of Python": ("!!python/object/apply:os.system ['true']", ["true"]),
}


@pytest.mark.parametrize(("text", "data"), VALUES.values(), ids=VALUES)
def test_reads(text: str, data: object) -> None:
    assert read_yaml(text, shown="a.yml").data == data


def test_tells_lines() -> None:
    document = read_yaml("# top\na:\n  - b\n  - c: d\n    e: f\ng: {h: [i,\n  j]}\n", shown="a.yml")
    assert document.line("a") == 2
    assert document.line("a", 0) == 3
    assert document.line("a", 1, "e") == 5
    assert document.line("g", "h", 1) == 7
    assert document.line("a", 7, "nowhere") == 2
    assert read_yaml("", shown="a.yml").line("a") is None
    assert read_yaml("a: b \u2028\u2028\u0085 c\nd: e\n", shown="a.yml").line("d") == 2


REFUSES = {
    "nested brackets": ("[" * 100_000, "100 deep"),
    "nested lines": ("".join(" " * level + "-\n" for level in range(300)) + " " * 300 + "- a", "100 deep"),
    "aliases of aliases": (
        "a: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)),
        "too often",
    ),
    "many aliases": ("a: &a b\nc: [" + "*a," * 200 + "]", "100 aliases"),
    "many parts": ("[" + "a," * 30_000 + "]", "20,000 parts"),
    "many characters": ("a" * 1_000_001, "1,000,000 characters"),
    "tab": ("a:\n\t- b\n", "not valid YAML"),
    "control character": ("a: \x07\n", "not valid YAML"),
    "never closed": ("a: [b\n", "not valid YAML"),
}


@pytest.mark.parametrize(("text", "words"), REFUSES.values(), ids=REFUSES)
def test_refuses(text: str, words: str) -> None:
    with pytest.raises(ManifestError) as caught:
        read_yaml(text, shown="a.yml")
    assert words in caught.value.reason


def test_tells_the_line_of_a_mistake() -> None:
    with pytest.raises(ManifestError) as caught:
        read_yaml("a: b\nc: [d\n\ne: f\n", shown="a.yml")
    assert caught.value.line is not None
    assert caught.value.line >= 2
