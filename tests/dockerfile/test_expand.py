"""Expansion by BuildKit's rules; the results are those that the engine gave."""

from __future__ import annotations

import pytest

from dockerize_ml.dockerfile import parse, references, scope_at, variables
from dockerize_ml.dockerfile.expand import expand
from dockerize_ml.dockerfile.lex_error import LexError
from dockerize_ml.dockerfile.lexer import Absent, Lexer

VALUES = {"a": "x/y.tar.gz", "e": "", "r": "abcabc", "q": "it's"}


def lookup(name: str) -> str | Absent:
    return VALUES.get(name, Absent.UNSET)


EXPANDED = {
    "plain": ("$a", "x/y.tar.gz"),
    "in braces": ("${e}.", "."),
    "shortest prefix": ("${a#*/}", "y.tar.gz"),
    "longest prefix": ("${a##*.}", "gz"),
    "shortest suffix": ("${a%.*}", "x/y.tar"),
    "longest suffix": ("${a%%.*}", "x/y"),
    "a star in the middle": ("${r#a*b}", "cabc"),
    "the longest of these": ("${r##a*b}", "c"),
    "from behind": ("${r%b*c}", "abca"),
    "the longest from behind": ("${r%%b*c}", "a"),
    "the first replaced": ("${a/t/T}", "x/y.Tar.gz"),
    "all replaced": ("${r//b}", None),
    "all removed": ("${a//./}", "x/ytargz"),
    "brackets mean nothing": ("${a//[a-z]/Q}", "x/y.tar.gz"),
    "a star replaced": ("${a/x*y/Z}", "Z.tar.gz"),
    "any character": ("${r/a?/X}", "Xcabc"),
    "a hash is text": ("${r/#a/X}", "abcabc"),
    "quotes in a pattern": ('${r//"b"/X}', "aXcaXc"),
    "a pattern from a variable": ("${r/$r/X}", "X"),
    "an escaped star": (r"${r#\*}", "abcabc"),
    "an escape that means nothing": (r"${r/\./X}", None),
    "a default for the unset": ("${u:-x}", "x"),
    "a default for the empty": ("${e:-x}", "x"),
    "the empty stays": ("${e-x}", ""),
    "the unset with a plain default": ("${u-x}", "x"),
    "an alternative": ("${a:+x}", "x"),
    "no alternative for the empty": ("${e:+x}", ""),
    "one if only set": ("${e+x}", "x"),
    "none for the unset": ("${u+x}", ""),
    "must be set": ("${u:?no}", None),
    "is set": ("${a:?no}", "x/y.tar.gz"),
    "nested": ("${u:-${v:-d}}", "d"),
    "quotes in a default": ("${u:-'}'}", "}"),
    "an escaped brace": (r"${u:-x\}y}", "x}y"),
    "single quotes": ("'$a'", "$a"),
    "double quotes": ('"$e b"', " b"),
    "escaped": (r"\$a", "$a"),
    "escaped in quotes": (r'"\$a"', "$a"),
    "a backslash in quotes": (r'"\x"', r"\x"),
    "a backslash": (r"\x", "x"),
    "a lone dollar": ("$", "$"),
    "a dollar before a bracket": ("$(x)", "$(x)"),
    "digits": ("$12x", "x"),
    "special names": ("$@$?$$", ""),
    "letters of any language": ("$é", ""),
    "an open quote": ('"a', None),
    "another open quote": ("it's", None),
    "an open brace": ("${a", None),
    "no name": ("${}", None),
    "upper case as in a shell": ("${a^^}", None),
    "a slice as in a shell": ("${a:0:1}", None),
    "assigning as in a shell": ("${a:=b}", None),
    "a length as in a shell": ("${#a}", None),
    "a colon before a hash": ("${a:#b}", None),
}


@pytest.mark.parametrize(("text", "expected"), EXPANDED.values(), ids=EXPANDED)
def test_expansion(text: str, expected: str | None) -> None:
    if expected is not None:
        assert Lexer(text, lookup=lookup).text() == expected
        return
    with pytest.raises(LexError):
        Lexer(text, lookup=lookup).text()


KEPT = ["$x", "${x}", "${x:-y}", "${x#y}", "${x/y/z}", "${x//y/z}", "${x:+$y}"]


@pytest.mark.parametrize("text", KEPT)
def test_unknown_variables_stay_as_they_are_written(text: str) -> None:
    assert Lexer(text).text() == text


def test_a_text_that_is_refused_stays_as_it_is_written() -> None:
    dockerfile = parse("FROM scratch\nRUN x")

    assert expand("${a^^}'", scope_at(dockerfile, dockerfile.instructions[1])) == "${a^^}'"


def test_another_escape_character() -> None:
    assert Lexer("`$a C:\\b", "`", lookup).text() == "$a C:\\b"


def test_a_pattern_that_would_take_for_ever_is_given_up() -> None:
    lexer = Lexer("${long##" + "*a" * 12 + "b}", lookup=lambda _: "a" * 5_000)

    lexer.text()

    assert lexer.given_up


def test_variables_of_a_text() -> None:
    found = variables("a$b\"${c:-$d}\"'$e'\\$f${g/h/i}")

    assert [(each.name, each.operator, each.span.start, each.span.end) for each in found] == [
        ("b", "", 1, 3),
        ("c", ":-", 4, 12),
        ("d", "", 9, 11),
        ("g", "/", 20, 28),
    ]


REFERENCES = {
    "pairs": ("ENV $k=$v", ["k", "v"]),
    "sources and destinations": ("COPY $a $b /", ["a", "b"]),
    "an owner": ("COPY --chown=$u a b", ["u"]),
    "json strings": ('COPY ["$a", "/"]', ["a"]),
    "a heredoc's body": ("COPY <<EOF /$a\n$b '$c'\nEOF", ["a", "b", "c"]),
    "a body that stays": ('COPY <<"EOF" /a\n$b\nEOF', []),
    "mounts": ("RUN --mount=type=cache,target=$t $c", ["t"]),
    "a shell's variables are its own": ("RUN echo $a", []),
    "so are a command's": ("CMD echo $a", []),
    "a name of an argument": ("ARG $a=$b", ["b"]),
    "a trigger's come later": ("ONBUILD ENV a=$b", []),
    "a port": ("EXPOSE $p", ["p"]),
}


@pytest.mark.parametrize(("text", "names"), REFERENCES.values(), ids=REFERENCES)
def test_references(text: str, names: list[str]) -> None:
    source = "FROM scratch\n" + text
    dockerfile = parse(source)
    instruction = dockerfile.instructions[1]

    found = list(references(instruction, scope_at(dockerfile, instruction)))

    assert [each.name for each in found] == names
    assert [source[each.span.start : each.span.end] for each in found] == [f"${name}" for name in names]
    assert all(each.unresolved for each in found)
