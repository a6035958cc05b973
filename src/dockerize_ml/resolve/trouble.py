"""What uv says when it finds no solution, taken apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from dockerize_ml.manifests.names import canonical

Kind = Literal["missing", "no version", "no wheel", "garbled", "python", "conflict", "unreachable", "refused"]

_NAME = r"(?<![\w.-])(?P<name>[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)(?:\[[^\]]*\])?"
_VERSIONS = r"(?P<versions>(?:[<>=!~]=?|===)[^\s;]+?)?"
# What leaves out a version in the middle (``!=3.9.7``) is told as the ranges around that.
_PYTHONS = r"Python\S+(?: Python\S+)*"
# The more telling come first: a long chain of reasons ends in one of these.
_FORMS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "unreachable",
        re.compile(r"Failed to fetch|error sending request|dns error|Could not connect|network was disabled"),
    ),
    ("missing", re.compile(rf"{_NAME} was not found in (?:the|a) (?:package )?(?:registry|provided|local|cache)")),
    ("garbled", re.compile(rf"{_NAME}{_VERSIONS} has (?:invalid metadata|an invalid package format)")),
    ("no wheel", re.compile(rf"{_NAME}{_VERSIONS} (?:has|have) no (?:usable |compatible )?wheels")),
    ("no wheel", re.compile(rf"{_NAME}{_VERSIONS} (?:has|have) no (?:source distribution|available distributions)")),
    ("no wheel", re.compile(rf"{_NAME}{_VERSIONS} has a non-PEP 625-compliant source distribution")),
    ("no version", re.compile(rf"there (?:is|are) no versions? of {_NAME}{_VERSIONS}(?=\s)")),
    (
        "python",
        re.compile(rf"does not satisfy (?:all of: )?(?P<versions>{_PYTHONS})(?: and (?:all versions of )?{_NAME})?"),
    ),
    (
        "no version",
        re.compile(
            rf"only {_NAME}\S* (?:is|are) available and you require (?P=name)(?:\[[^\]]*\])?{_VERSIONS}(?=[\s,])"
        ),
    ),
    ("conflict", re.compile(r"No solution found")),
)
# What a requirement is only for stands in braces behind its name.
_MARKER = re.compile(r"(?<=[\w\]])\{[^{}]*\}")
_PUBLISHED = re.compile(
    r"`(?P<name>[\w.-]+)` was filtered by `exclude-newer`.*?was published at (?P<day>\d{4}-\d\d-\d\d)", re.DOTALL
)
_UNDATED = re.compile(r"`(?P<name>[\w.]+)-[^`]*` is missing an upload date")
_DEPENDS = re.compile(r"(\S+) depends on (\S+?)(?=\.?(?:[\s,]|$))")
_REQUIRED = re.compile(r"(?<!conclude that )you require (\S+?)(?=\.?(?:[\s,]|$))")
_BECAUSE = re.compile(r"^\s*cause: (?P<text>.*?)(?=\n\s*\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why uv found no solution.

    Attributes:
        name: the distribution that it is about; empty for a conflict.
        versions: which of its versions, as a specifier; empty for all.
        late: a distribution, perhaps another one, of which a version is wanted that came out too late.
        published: when that version came out.
        words: uv's own explanation.
        wheelless: every distribution that it says has no wheel, with the versions; not each is an obstacle by itself.
        undated: distributions of which the index has files and does not tell since when.
    """

    kind: Kind
    name: str
    versions: str
    words: str
    late: str = ""
    published: date | None = None
    wheelless: tuple[tuple[str, str], ...] = ()
    undated: frozenset[str] = frozenset()


def trouble_in(errors: str) -> Trouble:
    """The first obstacle that uv's errors name."""
    errors = _MARKER.sub("", errors)
    because = _BECAUSE.search(errors)
    words = " ".join((because["text"] if because else errors).split())
    late = _PUBLISHED.search(errors)
    whole = " ".join(errors.split())
    for kind, form in _FORMS:
        found = form.search(whole)
        if found is None:
            continue
        said = found.groupdict()
        name = canonical(said.get("name") or "")
        return Trouble(
            kind,
            name,
            _hull((said.get("versions") or "").rstrip(",")),
            words,
            canonical(late["name"]) if late else "",
            datetime.fromisoformat(late["day"]).date() if late else None,
            tuple(_wheelless(whole)),
            frozenset(canonical(each["name"]) for each in _UNDATED.finditer(whole)),
        )
    return Trouble("refused", "", "", words)


def _hull(versions: str) -> str:
    """Ranges side by side (``Python>=3.8,<3.9.7 Python>3.9.7``) as one, from the first's start to the last's end."""
    first, *others = versions.split(" ")
    if not others:
        return versions
    ends = [part for part in others[-1].removeprefix("Python").split(",") if part.startswith("<")]
    start = first.partition(",<")[0] if ">" in first else "Python"
    return ",".join((start, *ends))


def _wheelless(words: str) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for form in (form for kind, form in _FORMS if kind == "no wheel"):
        for found in form.finditer(words):
            name = canonical(found["name"])
            if name not in seen:
                seen.add(name)
                yield name, (found["versions"] or "").rstrip(",")


def plain(trouble: Trouble) -> str:
    """The reason in plain words: who asks for what, and what cannot be had."""
    words = trouble.words
    depends = [f"`{who}` asks for `{what}`" for who, what in _DEPENDS.findall(words)]
    wished = [f"the project for `{what}`" for what in _REQUIRED.findall(words)]
    if trouble.kind == "conflict" and depends:
        return f"{', and '.join((*depends[:2], *dict.fromkeys(wished[:2])))}."
    return words[:1].upper() + words[1:].replace(", we can conclude that your requirements are unsatisfiable", "")
