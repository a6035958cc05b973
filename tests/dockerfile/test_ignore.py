"""`.dockerignore`; what stays out was checked with builds on the engine."""

from __future__ import annotations

import pytest

from dockerize_ml.dockerfile import Ignore

IGNORED = {
    "a name": ("foo", "foo"),
    "what is in a folder": ("d", "d/e/foo"),
    "a slash in front": ("/foo", "foo"),
    "a slash behind": ("d/", "d/foo"),
    "blanks around": ("  foo  ", "foo"),
    "dots in between": ("d/../foo", "foo"),
    "one level": ("*/foo", "d/foo"),
    "any level": ("**/foo", "d/e/foo"),
    "any level is also none": ("**/foo", "foo"),
    "everything": ("**", "d/e"),
    "everything below": ("d/**", "d/e/f"),
    "two stars stick to a name": ("**foo", "xfoo"),
    "any ending": ("**/*.py", "d/e/x.py"),
    "a question mark is one character": ("a?b", "a☺b"),
    "a class": ("[a-c].txt", "b.txt"),
    "not in a class": ("[^a]", "b"),
    "an escaped star": ("a\\*b", "a*b"),
    "regular expressions mean nothing": ("a.|)$(}+{bc", "a.|)$(}+{bc"),
    "again after an exception": ("*\n!foo\nfo*", "foo"),
    "a folder's file by a later line": ("d\n!d/foo\nd/foo", "d/foo"),
    "Windows line endings": ("foo\r\nbar\r\n", "foo"),
    "a byte order mark": ("\ufefffoo", "foo"),
    "three stars": ("***", "a/b"),
}


@pytest.mark.parametrize(("text", "path"), IGNORED.values(), ids=IGNORED)
def test_ignored(text: str, path: str) -> None:
    ignore = Ignore.parse(text)

    assert ignore.matches(path)
    assert ignore.problems == ()


KEPT = {
    "another level": ("foo", "d/foo"),
    "one level only": ("*/foo", "d/e/foo"),
    "a star stops at a slash": ("a*b", "a/b"),
    "upper case": ("Foo", "foo"),
    "a comment": ("#foo", "foo"),
    "the folder itself": ("d/**", "d"),
    "an exception": ("*\n!foo", "foo"),
    "an exception with a blank": ("*\n! foo", "foo"),
    "an exception below": ("d\n!d/e", "d/e/foo"),
    "an exception with stars": ("**\n!**/*.py", "d/x.py"),
    "an exception before it means nothing": ("!foo", "foo"),
    "a later line that matches only the folder": ("a\n!a/x\na*", "a/x"),
    "a dot is a dot": ("a.txt", "abtxt"),
    "nothing": ("", "foo"),
}


@pytest.mark.parametrize(("text", "path"), KEPT.values(), ids=KEPT)
def test_kept(text: str, path: str) -> None:
    assert not Ignore.parse(text).matches(path)


REFUSED = ["[", "a[", "[-]", "[x-]", "[-x]", "[]a]", "[^bc", "a\\", "!", "! ", "**[", "\\q", "[z-a]"]


@pytest.mark.parametrize("pattern", REFUSED)
def test_refused(pattern: str) -> None:
    ignore = Ignore.parse(f"foo\n{pattern}\n")

    assert [(problem.line, problem.pattern) for problem in ignore.problems] == [(2, pattern.strip())]
    assert ignore.matches("foo")


def test_exceptions_are_known() -> None:
    assert Ignore.parse("a\n!b").has_exceptions
    assert not Ignore.parse("a").has_exceptions
