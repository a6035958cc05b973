"""Stages and what they start from."""

from __future__ import annotations

import pytest

from dockerize_ml.dockerfile import parse

PARENTS: dict[str, tuple[str, list[int | None]]] = {
    "images": ("FROM a\nFROM b", [None, None]),
    "an earlier stage": ("FROM a AS b\nFROM b", [None, 0]),
    "named in any case": ("FROM a AS Build\nFROM build", [None, 0]),
    "found in lower case only": ("FROM a AS build\nFROM Build", [None, None]),
    "not itself": ("FROM a AS a", [None]),
    "not a later one": ("FROM b AS a\nFROM c AS b", [None, None]),
    "the nearest of two": ("FROM x AS a\nFROM y AS a\nFROM a", [None, None, 1]),
    "a chain": ("FROM x AS a\nFROM a AS b\nFROM b", [None, 0, 1]),
    "by a global argument": ("ARG base=a\nFROM x AS a\nFROM ${base}", [None, 0]),
    "quoted": ('FROM x AS a\nFROM "a"', [None, 0]),
    "not by number": ("FROM x\nFROM 0", [None, None]),
}


@pytest.mark.parametrize(("text", "parents"), PARENTS.values(), ids=PARENTS)
def test_parents(text: str, parents: list[int | None]) -> None:
    assert [stage.parent for stage in parse(text).stages] == parents


def test_what_a_stage_is() -> None:
    text = "ARG v=3.12\nFROM --platform=$BUILDPLATFORM python:${v} AS Build\nRUN a\nCOPY b c\nFROM $x\n"
    dockerfile = parse(text)
    first, second = dockerfile.stages

    assert (first.index, first.name, first.platform) == (0, "Build", "$BUILDPLATFORM")
    assert (first.image.text, first.base) == ("python:${v}", "python:3.12")
    assert first.name_span is not None
    assert text[first.name_span.start : first.name_span.end] == "Build"
    assert [each.keyword for each in first.instructions] == ["RUN", "COPY"]
    assert first.start is dockerfile.instructions[1]
    assert (second.name, second.base, second.instructions) == (None, "", ())
    assert [each.stage for each in dockerfile.instructions] == [-1, 0, 0, 0, 1]


def test_arguments_without_a_default_stay_as_written() -> None:
    assert parse("ARG v\nFROM python:$v").stages[0].base == "python:$v"


def test_a_from_without_an_image_is_still_a_stage() -> None:
    (stage,) = parse("FROM\nRUN a").stages

    assert stage.image.text == ""
    assert stage.parent is None
