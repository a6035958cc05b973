"""Each instruction taken apart as BuildKit takes it apart."""

from __future__ import annotations

import pytest

from dockerize_ml.dockerfile import Instruction, parse


def only(text: str) -> Instruction:
    return parse("FROM scratch\n" + text).instructions[1]


WORDS = {
    "copies are split at blanks": ("COPY a  b\tc", ["a", "b", "c"]),
    "quotes do not keep a copy's words together": ('COPY "a b" c', ['"a', 'b"', "c"]),
    "a run is one word": ("RUN a && b", ["a && b"]),
    "a folder is one word": ("WORKDIR /a b", ["/a b"]),
    "half an array is text": ('CMD ["a"', ['["a"']),
    "single quotes make no array": ("CMD ['a']", ["['a']"]),
    "an array with a comment behind is text": ('CMD ["a"] # b', ['["a"] # b']),
    "a check is its kind and its command": ("HEALTHCHECK  CMD  curl -f x", ["CMD", "curl -f x"]),
    "no check": ("HEALTHCHECK none", ["none"]),
    "nothing": ("CMD", []),
    "an unknown instruction": ("COPPY a b", ["a", "b"]),
}


@pytest.mark.parametrize(("text", "words"), WORDS.values(), ids=WORDS)
def test_words(text: str, words: list[str]) -> None:
    assert [word.text for word in only(text).words] == words
    assert only(text).exec is None


EXEC = {
    "a command": ('CMD ["a", "b c"]', ["a", "b c"]),
    "escapes": (r'CMD ["\"\\\u00e9\ud83d\ude00"]', ['"\\é😀']),
    "half a surrogate": (r'CMD ["\ud83d"]', ["\ufffd"]),
    "nothing in it": ("CMD []", []),
    "blanks everywhere": ('CMD [ "a" ,\t"b" ]', ["a", "b"]),
    "behind a continuation": ('CMD [ \\\n "a", \\\n "b"]', ["a", "b"]),
    "a copy": ('COPY ["a b", "c"]', ["a b", "c"]),
    "a check": ('HEALTHCHECK --timeout=1s CMD ["a", "b"]', ["a", "b"]),
    "a shell": ('SHELL ["/bin/bash", "-c"]', ["/bin/bash", "-c"]),
}


@pytest.mark.parametrize(("text", "strings"), EXEC.values(), ids=EXEC)
def test_the_json_form(text: str, strings: list[str]) -> None:
    instruction = only(text)

    assert instruction.exec is not None
    assert [word.value for word in instruction.exec] == strings
    assert instruction.shell_text is None


def test_json_strings_know_their_place() -> None:
    text = 'FROM a\nCMD ["x", \\\n  "y"]'
    dockerfile = parse(text)

    second = dockerfile.instructions[1].words[1]

    assert text[second.span.start : second.span.end] == '"y"'
    assert dockerfile.position(second.span.start).line == 3


PAIRS = {
    "one": ("ENV a=b", [("a", "b")]),
    "several": ("ENV a=b c=d", [("a", "b"), ("c", "d")]),
    "quotes and escapes": (r"""ENV a="b c" d='e f' g=h\ i""", [("a", "b c"), ("d", "e f"), ("g", "h i")]),
    "the old form": ("ENV a b  c", [("a", "b  c")]),
    "the old form with an equals sign": ("LABEL a b=c", [("a", "b=c")]),
    "empty": ("ENV a= b=", [("a", ""), ("b", "")]),
    "quoted names": ('LABEL "a b"=c', [("a b", "c")]),
    "arguments without values": ("ARG a b=c", [("a", None), ("b", "c")]),
    "over lines": ("ENV a=b \\\n # comment\n c=d", [("a", "b"), ("c", "d")]),
    "more equals signs": ("ENV a=b=c", [("a", "b=c")]),
    "variables stay": ('ENV a="$b/c"', [("a", "$b/c")]),
    "an open quote stays": ('ENV a="b', [("a", '"b')]),
}


@pytest.mark.parametrize(("text", "pairs"), PAIRS.values(), ids=PAIRS)
def test_pairs(text: str, pairs: list[tuple[str, str | None]]) -> None:
    found = only(text).pairs

    assert [(pair.key.value, None if pair.value is None else pair.value.value) for pair in found] == pairs
    assert [pair.legacy for pair in found] == [text.startswith(("ENV a b", "LABEL a b"))] * len(found)


FLAGS: dict[str, tuple[str, list[tuple[str, str | None]], str]] = {
    "one": ("COPY --chown=a b c", [("chown", "a")], "b c"),
    "repeated": ("RUN --mount=a --mount=b c", [("mount", "a"), ("mount", "b")], "c"),
    "without a value": ("COPY --link a b", [("link", None)], "a b"),
    "quoted": ('COPY --chown="a b" c d', [("chown", "a b")], "c d"),
    "escaped": (r"COPY --chown=a\ b c d", [("chown", "a b")], "c d"),
    "two dashes end them": ("RUN --network=none -- --x", [("network", "none")], "--x"),
    "behind the arguments there are none": ("COPY a --chown=b c", [], "a --chown=b c"),
    "over lines": ("RUN --mount=a \\\n  --mount=b \\\n c", [("mount", "a"), ("mount", "b")], "c"),
    "a single dash is none": ("RUN -a b", [], "-a b"),
}


@pytest.mark.parametrize(("text", "flags", "body"), FLAGS.values(), ids=FLAGS)
def test_flags(text: str, flags: list[tuple[str, str | None]], body: str) -> None:
    instruction = only(text)

    assert [(flag.name, flag.value) for flag in instruction.flags] == flags
    assert instruction.body.text == body


def test_a_trigger_is_an_instruction_of_its_own() -> None:
    text = "FROM a\nONBUILD COPY \\\n --chown=b c d\n"

    trigger = parse(text).instructions[1].trigger

    assert trigger is not None
    assert (trigger.keyword, trigger.flag("chown"), [word.text for word in trigger.words]) == ("COPY", "b", ["c", "d"])
    assert text[trigger.keyword_span.start : trigger.keyword_span.end] == "COPY"
    assert text[trigger.words[0].span.start : trigger.words[0].span.end] == "c"


SHELL_TEXTS = {
    "a run": ("RUN --mount=a b c", "b c"),
    "a command": ("CMD a b", "a b"),
    "an entrypoint": ("ENTRYPOINT a b", "a b"),
    "a check": ("HEALTHCHECK CMD CMD x", "CMD x"),
    "no check": ("HEALTHCHECK NONE", None),
    "a copy": ("COPY a b", None),
    "nothing to run": ("RUN", None),
}


@pytest.mark.parametrize(("text", "expected"), SHELL_TEXTS.values(), ids=SHELL_TEXTS)
def test_what_a_shell_will_read(text: str, expected: str | None) -> None:
    found = only(text).shell_text

    assert (found.text if found else None) == expected
    if found is not None:
        source = "FROM scratch\n" + text
        assert source[found.offset(0) :] == expected


def test_keywords_keep_how_they_are_written() -> None:
    instruction = only("  Run a")

    assert (instruction.keyword, instruction.written) == ("RUN", "Run")


def test_parts_of_joined_text_know_their_place() -> None:
    text = "FROM a\nRUN b \\\n  c \\\n  d"
    body = parse(text).instructions[1].body

    for start in range(len(body.text)):
        for end in range(start + 1, len(body.text) + 1):
            part = body.part(start, end)
            assert part.text == body.text[start:end]
            assert [part.offset(i) for i in range(end - start)] == [body.offset(i) for i in range(start, end)]
