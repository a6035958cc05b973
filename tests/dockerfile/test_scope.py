"""Which value a variable has where; the values are those that the engine gave."""

from __future__ import annotations

import pytest

from dockerize_ml.dockerfile import parse, scope_at, walk_scopes
from dockerize_ml.dockerfile.expand import expand
from dockerize_ml.dockerfile.scope import DEFAULT_PATH

EXPANDED = {
    "an environment variable": ("ENV a=1\nLABEL l=$a", "1"),
    "the last one counts": ("ENV a=1\nARG a=2\nLABEL l=$a", "2"),
    "and the other way round": ("ARG a=2\nENV a=1\nLABEL l=$a", "1"),
    "a bare argument keeps what is there": ("ENV a=1\nARG a\nLABEL l=$a", "1"),
    "a line sees what stood before it": ("ENV a=1\nENV a=2 b=$a\nLABEL l=$b", "1"),
    "arguments of a line see each other": ("ARG a=1 b=$a\nLABEL l=$b", "1"),
    "the search path of an empty image": ("LABEL l=$PATH", DEFAULT_PATH),
    "the search path made longer": ("ENV PATH=/x:$PATH\nLABEL l=$PATH", f"/x:{DEFAULT_PATH}"),
    "nothing sets it": ("LABEL l=[$x]", "[]"),
    "the old form": ('ENV a b  c "d"\nLABEL l=$a', "b  c d"),
    "a quoted value": ("ENV a='b c'\nLABEL l=$a", "b c"),
    "only the build knows": ("ARG a\nLABEL l=$a", "$a"),
    "the engine knows": ("ARG TARGETARCH\nLABEL l=${TARGETARCH}", "${TARGETARCH}"),
    "not without an argument": ("LABEL l=[$TARGETARCH]", "[]"),
    "a proxy is no variable of instructions": ("LABEL l=[$HTTP_PROXY]", "[]"),
    "a default of one's own": ("ARG TARGETPLATFORM=x\nLABEL l=$TARGETPLATFORM", "x"),
    "it hangs on something unknown": ("ARG a\nENV b=x$a\nLABEL l=$b", "$b"),
    "a variable in a name": ("ENV n=a\nENV $n=1\nLABEL l=$a", "1"),
}


@pytest.mark.parametrize(("text", "expected"), EXPANDED.values(), ids=EXPANDED)
def test_values(text: str, expected: str) -> None:
    dockerfile = parse("FROM scratch\n" + text)
    label = dockerfile.instructions[-1]
    value = label.pairs[0].value

    assert value is not None
    assert expand(value.text, scope_at(dockerfile, label)) == expected


def test_global_arguments_reach_a_stage_by_name_only() -> None:
    text = "ARG a=1\nARG b=$a\nFROM scratch AS x\nLABEL l=$b\nARG b\nARG c=$b\nENV d=$b$c\nFROM x\nLABEL l=[$a]$b$c$d"
    scopes = {instruction.extent.start: scope for instruction, scope in walk_scopes(parse(text))}
    first, second = (scope for start, scope in scopes.items() if text.startswith("LABEL", start))

    assert expand("$b", first) == ""
    assert expand("[$a]$b$c$d", second) == "[]1111"
    assert second.names() == {"PATH", "b", "c", "d"}


def test_an_image_from_outside_may_have_set_anything() -> None:
    dockerfile = parse("FROM python AS a\nENV x=1\nFROM a\nRUN b")
    scope = scope_at(dockerfile, dockerfile.instructions[-1])

    assert scope.outside
    assert scope.find("y") is None
    assert expand("$x$y", scope) == "1$y"


def test_what_is_known_of_a_variable() -> None:
    dockerfile = parse("FROM scratch\nARG a=1\nENV b=2 c=$a\nENV d=${b}\nRUN x")
    scope = scope_at(dockerfile, dockerfile.instructions[-1])
    found = [scope.find(name) for name in "abcd"]

    assert [variable and (variable.value, variable.kind, variable.fixed) for variable in found] == [
        ("1", "arg", False),
        ("2", "env", True),
        ("1", "env", False),
        ("2", "env", True),
    ]
    assert [variable and variable.at for variable in found[:2]] == list(dockerfile.instructions[1:3])


def test_from_sees_the_platform() -> None:
    dockerfile = parse("ARG a=1\nFROM scratch")
    scope = scope_at(dockerfile, dockerfile.instructions[1])

    assert scope.find("BUILDPLATFORM") is not None
    assert scope.find("a") is not None
    assert not scope.outside


def test_values_that_double_do_not_fill_the_memory() -> None:
    text = "FROM scratch\nENV a=xxxxxxxx\n" + "ENV a=$a$a\n" * 60 + "RUN b"
    dockerfile = parse(text)
    variable = scope_at(dockerfile, dockerfile.instructions[-1]).find("a")

    assert variable is not None
    assert variable.value is None


def test_an_instruction_of_another_file() -> None:
    with pytest.raises(ValueError, match="not of this file"):
        scope_at(parse("FROM a"), parse("FROM a").instructions[0])
