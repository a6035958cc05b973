"""The short way of reading a script answers as the grammar does, or not at all."""

import random

import pytest

from dockerize_ml.dockerfile.shell import flat, tree

PLAIN = {
    "one command": "pip install flask",
    "joined": "apt-get update && apt-get install -y curl || true; a & b | c |& d",
    "a redirect in a list": "a && b > /x && c 2>&1 >> y && d &> z",
    "a redirect in front of a pipe": "a && b > /x | c",
    "words behind a redirect": "echo > /x a b",
    "quotes": 'a \'b c\' "d $E ${F} \\" g" h\\ i j\'k\'"l"',
    "variables": "$A ${B}/c ${D:-e} ${F:+g} $1 $@ $?",
    "assignments": "A=1 B='x y' pip install C=2; D=3; E+=4 f",
    "wildcards": "rm -rf /var/lib/apt/lists/* a?b [cd]* ~/x {e,f} {}",
    "specifiers": "pip install a==1.0 b~=2 'c>=3' d[e]==4 .[f] git+https://g/h@v1#egg=i",
    "comments and blank lines": "# a\n\nb # c\n   \nd;\n\ne\n",
    "continued lines": "a \\\n  b && \\\n c\\\n  d",
    "a list that goes on": "a &&\n\n  b |\n c",
    "declarations": "export A=1 B && readonly C; unset D",
    "not ASCII": "echo 'é' ü | è",
    "find": "find . -name '*.pyc' -exec rm -rf {} \\; -o -exec a {} +",
    "empty": "",
    "blank": " \n ",
}


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
def test_plain_scripts_are_read_alike(text: str) -> None:
    assert flat.read(text) == tree.read(text)


NEEDS_THE_GRAMMAR = {
    "a substitution": "a $(b)",
    "backticks": "a `b`",
    "a keyword": "if a; then b; fi",
    "a group": "{ a; }",
    "a subshell": "(a)",
    "a test": "[ -f a ] && b",
    "negated": "! a",
    "a heredoc": "a <<B\nc\nB",
    "arithmetic": "a $((1+2))",
    "a pattern in a variable": "a ${b%%*c}",
    "quotes that know escapes": "a $'b'",
    "an unclosed quote": "a 'b",
    "nothing behind an operator": "a &&",
    "nothing in front of one": "&& a",
    "a word that goes on in the next line": "a\\\nb",
}


@pytest.mark.parametrize("text", NEEDS_THE_GRAMMAR.values(), ids=NEEDS_THE_GRAMMAR)
def test_all_else_is_left_to_the_grammar(text: str) -> None:
    assert flat.read(text) is None


WORDS = """
    a pip install -r x.txt a==1.0 'bc' "d$E" $X ${Y} ${Z:-w} A=1 B='x' C=$D {a,b} /x/* ~ \\; h#i export set time exec
    2 é % @ + .[f] "q"'r' -- a=b #comment
"""
JOINS = [" && ", " || ", "; ", " | ", " & ", "\n", " > x ", " 2>&1 ", " >>y ", " \\\n "]


def test_random_scripts_are_read_alike_where_the_grammar_can_read_them() -> None:
    chance = random.Random(1)
    read = 0
    for _ in range(1500):
        parts = []
        for _ in range(chance.randrange(1, 5)):
            parts += ["a ", " ".join(chance.choices(WORDS.split(), k=chance.randrange(4))), chance.choice(JOINS)]
        text = "".join(parts)
        ours, theirs = flat.read(text), tree.read(text)
        if ours is not None and not theirs.has_error:
            read += 1
            assert ours == theirs, text
    assert read > 500
