"""What only old releases of a distribution have, so that source that uses it tells the releases it is for."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dockerize_ml.knowledge.table import Row, rows


@dataclass(frozen=True, slots=True)
class OldApi:
    """Patterns of source that only some versions of a distribution can run.

    Attributes:
        distributions: the normalised names of those that have it.
        versions: those that have it, ``<1.24``.
        why: what became of it.
        is_anywhere: whether another file than the one that uses it may import the distribution.
    """

    distributions: tuple[str, ...]
    versions: str
    why: str
    is_anywhere: bool
    _used: re.Pattern[str]
    _module: re.Pattern[str]
    _unless: re.Pattern[str] | None

    @classmethod
    def of(cls, row: Row) -> "OldApi":
        """From a row of the table."""
        unless = row.optional_text("unless")
        return cls(
            distributions=row.texts("distributions"),
            versions=row.text("versions"),
            why=row.why,
            is_anywhere=row.flag("anywhere"),
            _used=re.compile(row.text("used"), re.MULTILINE),
            _module=re.compile(
                rf"^[ \t]*(?:import|from)[ \t]+(?:[\w., ]+,[ \t]*)?(?:{row.text('module')})\b", re.MULTILINE
            ),
            _unless=re.compile(unless, re.MULTILINE) if unless else None,
        )

    def is_imported_in(self, text: str) -> bool:
        """Whether a file, or its imports alone, import what has it."""
        return self._module.search(text) is not None

    def used_in(self, text: str) -> re.Match[str] | None:
        """Where a file that may use it does so first."""
        return self._used.search(text)

    def gets_by(self, text: str) -> bool:
        """Whether a file that uses it shows that newer releases do as well."""
        return bool(self._unless and self._unless.search(text))


@lru_cache
def old_apis() -> tuple[OldApi, ...]:
    """Every API that we know to be gone."""
    return tuple(OldApi.of(row) for row in rows("old_apis", "api"))
