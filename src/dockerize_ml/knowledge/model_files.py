"""How model files look, and which calls open them, download them, or open other data."""

import re
from dataclasses import dataclass
from fnmatch import translate
from functools import lru_cache

from dockerize_ml.knowledge.table import Row, rows


@dataclass(frozen=True, slots=True)
class Opener:
    """Calls that take a path or a name.

    Attributes:
        calls: dotted names, ``*`` allowed; ``?.name`` for a method of whatever object.
        argument: the position of the path or name.
        keywords: the names it can be given by.
        origin: where weights come from, for downloads.
        cache: the variable that says where downloads are kept, or empty.
        mirror: the variable that names another server with the same, or empty.
        token: the variable that names the file of a token for it, or empty.
        secret: the variable that people keep that token in, or empty.
        loudly: the argument that makes those of ``fetch`` raise where they cannot, or empty.
        fetch: those of the calls that fetch when given nothing but the name.
    """

    calls: tuple[str, ...]
    argument: int
    keywords: tuple[str, ...]
    origin: str
    cache: str
    why: str
    fetch: tuple[str, ...] = ()
    mirror: str = ""
    token: str = ""
    secret: str = ""
    loudly: str = ""

    def takes(self, name: str) -> bool:
        """Whether a call of this dotted name is one of them."""
        return _pattern(self.calls).fullmatch(name) is not None

    def fetches(self, name: str) -> bool:
        """Whether calling it with nothing but the name fetches the same."""
        return _pattern(self.fetch).fullmatch(name) is not None


@lru_cache
def sure_suffixes() -> frozenset[str]:
    """Suffixes that only models have."""
    return frozenset(name for row in rows("model_files", "suffix") if row.flag("sure") for name in row.texts("names"))


@lru_cache
def model_suffixes() -> frozenset[str]:
    """Every suffix that a model can have."""
    return frozenset(name for row in rows("model_files", "suffix") for name in row.texts("names"))


@lru_cache
def likely_suffixes() -> frozenset[str]:
    """Suffixes of models when the folder or the name says so too."""
    return frozenset(name for row in rows("model_files", "likely") for name in row.texts("names"))


@lru_cache
def model_folders() -> frozenset[str]:
    """The usual names of folders that keep models."""
    return frozenset(name for row in rows("model_files", "folder") for name in row.texts("names"))


@lru_cache
def model_names() -> re.Pattern[str]:
    """Matches the usual names of pickled models."""
    return re.compile("|".join(row.text("pattern") for row in rows("model_files", "name")), re.IGNORECASE)


@lru_cache
def openers(section: str) -> tuple[Opener, ...]:
    """The calls of one section: ``opens`` a model, ``downloads`` weights, ``reads`` data."""
    return tuple(map(_opener, rows("model_files", section)))


@lru_cache
def mention_of(section: str) -> re.Pattern[str]:
    """Matches source that may hold one of the section's calls, by the last part of their names."""
    lasts = {part for opener in openers(section) for call in opener.calls for part in call.split(".")[-2:]}
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, lasts - {'*', '?'})))})\b")


def _opener(row: Row) -> Opener:
    return Opener(
        calls=row.texts("calls"),
        argument=row.number("argument") or 0,
        keywords=row.texts("keywords"),
        origin=row.text("from", ""),
        cache=row.text("cache", ""),
        why=row.why,
        fetch=row.texts("fetch"),
        mirror=row.text("mirror", ""),
        token=row.text("token", ""),
        secret=row.text("secret", ""),
        loudly=row.text("loudly", ""),
    )


@lru_cache
def _pattern(calls: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(translate(call.replace("?", "[?]")) for call in calls))
