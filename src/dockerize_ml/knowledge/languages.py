"""What the generated files say, in other languages than English: finished sentences by their shape."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from dockerize_ml.knowledge.table import rows

_TABLES = {"es": "spanish"}
_AND = {"es": " y "}
# ``said_place`` is what stands in brackets behind a sentence and ``said_more`` a sentence behind it, where any does.
_NARROW = {
    "said_place": r"(?: \([^()]*\))*",
    "said_more": r"(?: .+)?",
    "quoted": r"`[^`]*`",
    "name": r"\S+",
    "version": r"\S+",
    "wanted": r"\S+",
    "count": r"\S+",
}
_PLACE = re.compile(r"\{(\w+)\}")


class _Sentence(NamedTuple):
    shape: re.Pattern[str]
    translation: str


def in_language(text: str, language: str) -> str:
    """The sentence in that language; as it is where nobody translated it, such as a line of somebody's code."""
    if language not in _TABLES:
        return text
    for sentence in _sentences(language):
        found = sentence.shape.fullmatch(text)
        if found:
            parts = {name: _part(name, value, language) for name, value in found.groupdict().items()}
            return sentence.translation.format_map(parts)
    return text


def in_every_language(text: str) -> tuple[str, ...]:
    """The sentence in English and in each of the others."""
    return (text, *(in_language(text, language) for language in _TABLES))


def _part(name: str, value: str, language: str) -> str:
    if name == "list":
        return _AND[language].join(value.rsplit(" and ", 1))
    return _said(value, language) if name.startswith("said") else value


def _said(part: str, language: str) -> str:
    """A sentence within another, which may have lent it its full stop."""
    told = in_language(part, language)
    return told if told != part else in_language(f"{part}.", language).removesuffix(".")


@lru_cache
def _sentences(language: str) -> tuple[_Sentence, ...]:
    """Those with the most words of their own first: a general one must not take what a special one says better."""
    known = ((row.text("en"), row.text("es")) for row in rows(_TABLES[language], "text"))
    ordered = sorted(known, key=lambda pair: -len(_PLACE.sub("", pair[0])))
    return tuple(_Sentence(re.compile("".join(_shape(en))), es) for en, es in ordered)


def _shape(sentence: str) -> Iterator[str]:
    end = 0
    for place in _PLACE.finditer(sentence):
        yield re.escape(sentence[end : place.start()])
        yield f"(?P<{place[1]}>{_NARROW.get(place[1], '.+?')})"
        end = place.end()
    yield re.escape(sentence[end:])
