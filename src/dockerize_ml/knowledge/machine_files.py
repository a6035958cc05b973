"""Files that a whole machine has and a slim image lacks."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from dockerize_ml.knowledge.below import is_below
from dockerize_ml.knowledge.table import rows


@dataclass(frozen=True, slots=True)
class MachineFile:
    """One that a distribution looks for.

    Attributes:
        path: where it has to be.
        distribution: who looks for it.
        below: the first version that no longer does.
        why: what happens without it.
    """

    path: str
    distribution: str
    below: str
    why: str

    def is_looked_for(self, versions: Mapping[str, str]) -> bool:
        """Whether one of these exact versions does."""
        return is_below(versions, self.distribution, self.below)


@lru_cache
def machine_files() -> tuple[MachineFile, ...]:
    """Every such file that we know."""
    return tuple(
        MachineFile(path=row.text("path"), distribution=row.text("distribution"), below=row.text("below"), why=row.why)
        for row in rows("machine_files", "file")
    )
