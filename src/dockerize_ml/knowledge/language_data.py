"""What spaCy and NLTK need beside their packages, and which calls need it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from packaging.specifiers import SpecifierSet

from dockerize_ml.knowledge.table import rows

_TABLE = "language_data"


@dataclass(frozen=True, slots=True)
class Models:
    """The models of spaCy.

    Attributes:
        calls: dotted names of what loads or installs one by its name.
        keywords: the names that it can be given by.
        origin: where they are kept.
    """

    name: re.Pattern[str]
    wheel: str
    calls: tuple[str, ...]
    keywords: tuple[str, ...]
    origin: str

    def wheel_of(self, name: str, spacy: str | None) -> str:
        """The address of a model for a version of spaCy; empty where we know none."""
        series = re.match(r"(3\.\d+)\.", f"{spacy}.")
        if series is None or self.name.fullmatch(name) is None:
            return ""
        special = (row for row in rows(_TABLE, "release") if row.text("spacy") == series[1])
        version = next(
            (row.text("version") for row in special if re.fullmatch(row.text("name"), name)), f"{series[1]}.0"
        )
        return self.wheel.format(name=name, version=version)


@lru_cache
def spacy_models() -> Models:
    """How spaCy's own models are called, loaded and fetched."""
    (row,) = rows(_TABLE, "models")
    return Models(
        name=re.compile(row.text("name")),
        wheel=row.text("wheel"),
        calls=row.texts("calls"),
        keywords=row.texts("keywords"),
        origin=row.text("from"),
    )


def nltk_data(call: str, nltk: str | None) -> Iterator[tuple[str, bool]]:
    """The data that a call of NLTK needs, and whether it is only read later.

    Args:
        call: its dotted name: ``nltk.corpus.stopwords.words``.
        nltk: the version; None stands for the newest.
    """
    for row in rows(_TABLE, "data"):
        if not SpecifierSet(row.text("nltk", "")).contains(nltk or "999", prereleases=True):
            continue
        if call in row.texts("calls"):
            yield row.text("data"), row.flag("later")
        yield from ((name, False) for name in row.texts("corpora") if call.startswith(f"nltk.corpus.{name}."))


@lru_cache
def nltk_collections() -> frozenset[str]:
    """Names that stand for many."""
    return frozenset(name for row in rows(_TABLE, "collection") for name in row.texts("names"))
