"""Each quote: what comes out is read back as what went in, by the reader it was made for."""

import json
import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dockerize_ml.dockerfile import parse
from dockerize_ml.errors import ProjectError
from dockerize_ml.plan.model import Mount
from dockerize_ml.render import quoting

TEXT = st.text(
    alphabet=st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029"), min_size=1
)


@given(TEXT)
def test_a_shell_word_is_one_word(text: str) -> None:
    assert shlex.split(quoting.shell(text)) == [text]


@given(st.lists(TEXT, min_size=1))
def test_the_exec_form_is_the_words(words: list[str]) -> None:
    assert json.loads(quoting.exec_form(words)) == words


@given(TEXT, TEXT)
def test_a_variable_is_one_pair_with_that_value(one: str, two: str) -> None:
    parsed = parse(f"FROM scratch\nENV A={quoting.env(one)} B={quoting.env(two)}\n")
    assert not parsed.problems
    pairs = parsed.instructions[1].pairs
    assert [pair.key.value for pair in pairs] == ["A", "B"]


@given(st.lists(TEXT, min_size=2, max_size=4))
def test_copied_paths_stay_one_instruction(paths: list[str]) -> None:
    parsed = parse(f"FROM scratch\nCOPY {quoting.paths(paths)}\n")
    assert [instruction.keyword for instruction in parsed.instructions] == ["FROM", "COPY"]
    assert len(parsed.instructions[1].words) == len(paths)


@given(st.text())
def test_a_comment_never_leaves_its_line(text: str) -> None:
    parsed = parse(f"FROM scratch\n# {quoting.comment(text)}\n")
    assert [instruction.keyword for instruction in parsed.instructions] == ["FROM"]


REFUSED = {
    "a newline would begin an instruction": (quoting.path, "a\nRUN evil"),
    "a carriage return does in some readers": (quoting.shell, "a\rb"),
    "a NUL ends a word": (quoting.env, "a\0b"),
    "U+2028 is a line for editors": (quoting.shell, "a\u2028b"),
    "half a surrogate cannot be written as UTF-8": (quoting.shell, "a\ud800b"),
    "a variable's name has no spaces": (quoting.identifier, "A B=C"),
    "an image has no spaces": (quoting.image, "python AS evil"),
    "a mounted file's options are parted by commas": (
        quoting.mount,
        Mount(kind="bind", origin="uv", source="/uv,readwrite", target="/bin/uv"),
    ),
    "an ignored path that begins with # would be a comment": (quoting.ignore_pattern, "#a"),
}


@pytest.mark.parametrize(("quote", "text"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_stand_there_is_refused(quote: object, text: str) -> None:
    assert callable(quote)
    with pytest.raises(ProjectError) as caught:
        quote(text)
    assert "\n" not in caught.value.reason


def test_a_template_cannot_print_what_nobody_quoted() -> None:
    with pytest.raises(TypeError, match="without saying how it is quoted"):
        quoting.finalize("x\nRUN evil")


def test_direction_characters_are_shown_in_comments() -> None:
    assert quoting.comment("a\u202eb") == "a\\u202eb"


def test_variables_in_paths_are_not_expanded() -> None:
    assert quoting.paths(["$HOME/a b", "/app/"]) == '["\\\\$HOME/a b", "/app/"]'
