"""Files in which people list the Debian packages that their program needs."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dockerize_ml.knowledge.table import rows


@dataclass(frozen=True, slots=True)
class AptList:
    """A kind of file that lists packages; ``pattern`` finds each list as the group ``names``."""

    files: tuple[str, ...]
    pattern: re.Pattern[str]
    why: str


@lru_cache
def apt_lists() -> tuple[AptList, ...]:
    """Every kind of file that we know to list packages."""
    return tuple(
        AptList(row.texts("files"), re.compile(row.text("pattern"), re.MULTILINE), row.why)
        for row in rows("apt_lists", "list")
    )
