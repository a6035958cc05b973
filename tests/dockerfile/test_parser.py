"""Nothing is lost, nothing crashes, nothing takes for ever."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dockerize_ml.dockerfile import Blank, Comment, Directive, Instruction, parse, read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

PIECES = st.sampled_from([
    "FROM scratch", "from a AS b", "RUN ", "COPY ", "ADD ", "ENV ", "ARG ", "LABEL ", "ONBUILD ", "HEALTHCHECK ",
    "SHELL ", "EXPOSE ", "VOLUME ", "USER ", "CMD ", "STOPSIGNAL ", "WORKDIR ", "MAINTAINER ", "COPPY ", "\n", "\r\n",
    "\r", "\\\n", "\\", "`\n", "# escape=`\n", "# syntax=x\n", "# check=skip=all\n", "# c\n", "  ", "\t", "<<EOF",
    "<<-EOF", "<< 'E F'", "EOF\n", "\tEOF\n", "3<<E", '"', "'", "$", "${", "}", "${x:-", "${x/*", "/", "$x", "a=b",
    "=", "--from=", "--mount=type=cache,", "--mount=", "--", "--x", '["a", "b"]', "[", "]", "[1]", "\ufeff", "\0",
    "\x85", "\xa0", "\u2003", "\udcff", "\ud800", "é", "80", "80/tcp", "*", "**", "a", " ", "sha256:", "@", ":", "/x",
])  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_the_tiles_give_the_text_back(text: str) -> None:
    dockerfile = parse(text)

    assert "".join(text[node.span.start : node.span.end] for node in dockerfile.nodes) == text
    assert all(before.span.end == after.span.start for before, after in pairwise(dockerfile.nodes))


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_every_place_lies_in_its_tile(text: str) -> None:
    dockerfile = parse(text)

    for instruction in dockerfile.instructions:
        spans = [word.span for word in instruction.words] + [flag.span for flag in instruction.flags]
        spans += [pair.span for pair in instruction.pairs] + [heredoc.body_span for heredoc in instruction.heredocs]
        for span in (*spans, instruction.extent, instruction.keyword_span):
            assert instruction.span.start <= span.start <= span.end <= instruction.span.end
    for problem in dockerfile.problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(text)
        assert problem.message
        assert problem.hint


@given(st.binary())
@settings(max_examples=50, deadline=None)
def test_any_bytes_can_be_read_and_written_back(data: bytes) -> None:
    text = read_bytes(data)

    parse(text)
    assert text.encode("utf-8", "surrogateescape") == data


def test_the_kinds_of_nodes() -> None:
    text = "\ufeff# syntax=docker/dockerfile:1\n# why\n\n\nFROM a\n  # indented\nRUN b\n"

    kinds = [type(node) for node in parse(text).nodes]

    assert kinds == [Blank, Directive, Comment, Blank, Instruction, Comment, Instruction]


DIRECTIVES = {
    "several": (
        "# syntax=a\n# escape=`\n# check=skip=all\nFROM x",
        {"syntax": "a", "escape": "`", "check": "skip=all"},
    ),
    "blanks and case": ("#  Escape = `  \nFROM x", {"escape": "`"}),
    "a byte order mark before": ("\ufeff# escape=`\nFROM x", {"escape": "`"}),
    "Windows line endings": ("# escape=`\r\nFROM x\r\n", {"escape": "`"}),
    "a comment ends the head": ("# hello\n# escape=`\nFROM x", {}),
    "a blank line ends the head": ("\n# escape=`\nFROM x", {}),
    "an unknown name ends the head": ("# foo=bar\n# escape=`\nFROM x", {}),
    "without a value it is a comment": ("# escape=\nFROM x", {}),
}


@pytest.mark.parametrize(("text", "expected"), DIRECTIVES.values(), ids=DIRECTIVES)
def test_directives(text: str, expected: dict[str, str]) -> None:
    assert parse(text).directives == expected


def test_the_escape_directive_decides_what_continues_a_line() -> None:
    dockerfile = parse("# escape=`\nFROM a\nRUN dir C:\\ `\n && b\n")

    assert dockerfile.escape == "`"
    assert [each.body.text for each in dockerfile.instructions] == ["a", "dir C:\\  && b"]


def test_comments_and_blank_lines_inside_a_continuation() -> None:
    text = "FROM a\n# above one\n# above two\nRUN b \\\n  # inside\n\n && c \\\n\td\n"

    run = parse(text).instructions[1]

    assert run.body.text == "b  && c \td"
    assert [comment.text for comment in run.above] == ["above one", "above two"]
    assert [comment.text for comment in run.comments] == ["inside"]
    assert run.empty_continuations == (6,)
    assert text[run.body.offset(run.body.text.index("c"))] == "c"
    assert text[run.body.offset(run.body.text.index("d"))] == "d"


def test_a_blank_line_parts_a_comment_from_the_instruction_below() -> None:
    assert parse("# not mine\n\nFROM a").instructions[0].above == ()


CONTINUED = {
    "two escape characters are none": ("RUN a \\\\\nUSER b", ["a \\\\", "b"]),
    "blanks behind it": ("RUN a \\ \t\n b", ["a  b"]),
    "to the end of the file": ("RUN a \\", ["a"]),
    "inside the keyword": ("RU\\\nN a", ["a"]),
    "a comment with one continues nothing": ("RUN a \\\n# c \\\nb\nUSER d", ["a b", "d"]),
    "a hash inside a line is text": ("RUN a # b \\\n c", ["a # b  c"]),
}


@pytest.mark.parametrize(("text", "bodies"), CONTINUED.values(), ids=CONTINUED)
def test_continuations(text: str, bodies: list[str]) -> None:
    assert [each.body.text for each in parse(text).instructions] == bodies


def test_positions_count_characters_from_one() -> None:
    dockerfile = parse("FROM a\r\nRUN é b\n")
    word = dockerfile.instructions[1].words[0]

    assert dockerfile.position(word.span.end).line == 2
    assert dockerfile.position(word.span.end).column == 8
    assert dockerfile.line_text(1) == "FROM a"
    assert dockerfile.line_text(2) == "RUN é b"


def test_the_longest_line_that_is_read() -> None:
    fits = "FROM a\nENV x=" + "y" * (65_535 - 6)

    assert parse(fits).problems == ()
    assert [problem.message for problem in parse(fits + "y").problems] == ["a line is longer than 65,535 bytes"]
    assert parse("FROM a\n#" + "é" * 32_768).problems


GROWING: dict[str, Callable[[int], str]] = {
    "continuations": lambda n: "FROM a\nRUN b" + " \\\n && c" * n,
    "continued pairs": lambda n: "FROM a\nENV a=1" + " \\\n  b=2" * n,
    "instructions": lambda n: "FROM a\n" + "ENV a=$b\n" * n,
    "stages": lambda n: "FROM a AS b\nFROM b AS c\n" * n,
    "comments": lambda n: "# c\n" * n + "FROM a\n",
    "heredocs": lambda n: "FROM a\n" + "RUN <<E\nx\nE\n" * n,
    "words": lambda n: "FROM a\nCOPY" + " \\\n a" * n + " /\n",
    "quotes": lambda n: "FROM a\nENV a=" + "\"b\" \\\nc='d' \\\n e=" * n,
    "flags": lambda n: "FROM a\nRUN" + " \\\n --mount=type=cache,target=/x" * n,
    "mounts without a target": lambda n: "FROM a\n" + "RUN --mount=type=cache b\n" * n,
    "copies from stages": lambda n: "FROM a AS b\nFROM c\nCOPY --from=b d e\n" * n,
    "unclosed things": lambda n: "FROM a\nENV a=" + "${a:-\\\n" * n + "\n# escape=" + " " * n + "b",
    "nested triggers": lambda n: "FROM a\n" + "ONBUILD " * n,
    "nested arrays": lambda n: "FROM a\nCMD " + "[" * n + "]" * n,
}


@pytest.mark.parametrize("grow", GROWING.values(), ids=GROWING)
def test_time_grows_with_the_size(grow: Callable[[int], str]) -> None:
    def seconds(size: int) -> float:
        text = grow(size)
        start = time.process_time()
        parse(text)
        return time.process_time() - start

    # The best of three, since other programs may hold the machine up.
    small = min(seconds(300) for _ in range(3))
    large = min(seconds(2_400) for _ in range(3))
    # Eight times as much; what grows with the square would take 64 times as long.
    assert large < 24 * small + 0.05


def test_a_hundred_thousand_continuations() -> None:
    run = parse("FROM a\nRUN b" + " \\\n && c" * 100_000).instructions[1]

    assert len(run.body.starts) == 100_001
