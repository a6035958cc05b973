"""One quote for each place that a value can end up in; what cannot stand there is refused, never bent.

A template can print nothing but numbers and ``Quoted`` text, so a value that nobody quoted is an error, not an
instruction.
"""

import json
import re
import shlex
from collections.abc import Sequence

from dockerize_ml.errors import ProjectError
from dockerize_ml.plan.model import Mount

_CONTROL = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")
_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_IMAGE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/@-]*")
_OPTION = re.compile(r"[A-Za-z0-9_./~:@-]+")
_PLAIN_PATH = re.compile(r"[A-Za-z0-9_./~+@%,=-]+")
_BIDI = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Quoted(str):
    """Text that is safe where its quote was made for."""

    __slots__ = ()


def comment(text: str) -> Quoted:
    """Text for the rest of a comment line; control and direction characters are shown as their escapes."""
    shown = _CONTROL.sub(_escape, text)
    return Quoted(_BIDI.sub(_escape, shown))


def identifier(text: str) -> Quoted:
    """A name of a variable, a stage or a signal."""
    return Quoted(_matching(_IDENTIFIER, text, "a name of letters, digits and underscores"))


def image(text: str) -> Quoted:
    """An image reference, or the name of a stage."""
    return Quoted(_matching(_IMAGE, text, "an image reference"))


def path(text: str) -> Quoted:
    """A path that is one word of an instruction such as WORKDIR."""
    _refuse_control(text)
    if _PLAIN_PATH.fullmatch(text):
        return Quoted(text)
    return Quoted(f'"{_escaped(text)}"')


def paths(texts: Sequence[str]) -> Quoted:
    """The words of a COPY: plain where every path is, the JSON form otherwise.

    BuildKit expands variables and file name patterns in both forms, so those characters are escaped. A word that begins
    with a hyphen would be a flag outside the JSON form.
    """
    for text in texts:
        _refuse_control(text)
    if all(_PLAIN_PATH.fullmatch(text) and not text.startswith("-") for text in texts):
        return Quoted(" ".join(texts))
    return Quoted(json.dumps([_literal(text) for text in texts], ensure_ascii=False))


def env(text: str) -> Quoted:
    """The value of a variable in ENV."""
    _refuse_control(text)
    if _PLAIN_PATH.fullmatch(text):
        return Quoted(text)
    return Quoted(f'"{_escaped(text)}"')


def label(text: str) -> Quoted:
    """The name of a label."""
    return Quoted(_matching(_OPTION, text, "the name of a label"))


def shell(text: str) -> Quoted:
    """One word of a shell command in RUN."""
    _refuse_control(text)
    return Quoted(shlex.quote(text))


def mount(mounted: Mount) -> Quoted:
    """The value of ``--mount``: a list of options, in which a comma or a blank would begin another."""
    options = {
        "bind": {"from": mounted.origin, "source": mounted.source, "target": mounted.target},
        "cache": {"type": "cache", "target": mounted.target},
        "secret": {"type": "secret", "id": mounted.origin, "uid": str(mounted.owner)},
    }[mounted.kind]
    return Quoted(",".join(f"{name}={_matching(_OPTION, value, 'an option')}" for name, value in options.items()))


def exec_form(words: Sequence[str]) -> Quoted:
    """The JSON form of CMD, ENTRYPOINT and HEALTHCHECK: no shell sees it."""
    for word in words:
        _refuse_control(word)
    return Quoted(json.dumps(list(words), ensure_ascii=False))


def ignore_pattern(text: str) -> Quoted:
    """One line of .dockerignore."""
    _refuse_control(text)
    if text != text.strip() or text.startswith("#"):
        raise _unusable(text, "a line of .dockerignore")
    return Quoted(text)


def ignore_line(text: str) -> Quoted:
    """One line that was in .dockerignore before, which may be a comment."""
    return comment(text) if text.startswith("#") else ignore_pattern(text)


def finalize(value: object) -> object:
    """What Jinja2 calls on everything a template prints.

    Raises:
        TypeError: the template prints text that went through no quote; a bug in the template.
    """
    if isinstance(value, (Quoted, int)):
        return value
    raise TypeError(f"a template prints {value!r} without saying how it is quoted")


def _escape(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")


def _escaped(text: str) -> str:
    return re.sub(r'([\\"$])', r"\\\1", text)


def _literal(text: str) -> str:
    """A word in which the builder finds no quote, variable or pattern; measured on BuildKit."""
    return re.sub(r"[\\$*?\[\"']", lambda match: "[[]" if match[0] == "[" else f"\\{match[0]}", text)


def _matching(pattern: re.Pattern[str], text: str, wanted: str) -> str:
    if pattern.fullmatch(text):
        return text
    raise _unusable(text, wanted)


def _refuse_control(text: str) -> None:
    if _CONTROL.search(text):
        raise _unusable(text, "a word of a Dockerfile")


def _unusable(text: str, wanted: str) -> ProjectError:
    return ProjectError(
        path=comment(text),
        reason=f"{comment(text)!r} cannot be written as {wanted}",
        hint="Rename it, or leave it out with a setting.",
    )
