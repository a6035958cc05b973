"""Which versions of a distribution do not run on later Pythons, although nothing they take is gone."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from packaging.specifiers import SpecifierSet

from dockerize_ml.knowledge.table import rows


class Limit(NamedTuple):
    """Versions of a distribution, the Pythons that they run on as a PEP 440 specifier, and why on no others.

    ``used`` is a pattern of a project's source without which they run all the same; empty where nothing helps.
    """

    versions: SpecifierSet
    python: str
    why: str
    used: str = ""

    def forbids(self, version: str, python: str) -> bool:
        """Whether a version does not run on a minor version of Python."""
        return self.versions.contains(version, prereleases=True) and not SpecifierSet(self.python).contains(python)

    def concerns(self, sources: Iterable[str]) -> bool:
        """Whether one of these texts of source does what makes the difference."""
        return not self.used or any(re.search(self.used, text) for text in sources)


@lru_cache
def python_limits() -> Mapping[str, tuple[Limit, ...]]:
    """The limits of each distribution, by its normalised name."""
    found: dict[str, tuple[Limit, ...]] = {}
    for row in rows("python_limits", "limit"):
        limit = Limit(SpecifierSet(row.text("versions")), row.text("python"), row.why, row.optional_text("used") or "")
        found[row.text("name")] = (*found.get(row.text("name"), ()), limit)
    return found
