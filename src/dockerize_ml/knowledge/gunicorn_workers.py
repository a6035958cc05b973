"""gunicorn's workers for connections that stay open, and the programs that have such."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from dockerize_ml.knowledge.table import rows


@dataclass(frozen=True, slots=True)
class GunicornWorker:
    """A class of workers.

    Attributes:
        name: as `--worker-class` is told.
        needs: the distributions that it works with.
        fails: requirements that together are in its way.
    """

    name: str
    needs: tuple[str, ...]
    fails: tuple[tuple[str, ...], ...]

    def works_with(self, installed: Mapping[str, str | None]) -> bool:
        """Whether all that it needs is there, and nothing that is pinned is in its way.

        Args:
            installed: normalised names with the version, if pinned.
        """
        return installed.keys() >= set(self.needs) and not any(
            all(_is_within(each, installed) for each in together) for together in self.fails
        )


@dataclass(frozen=True, slots=True)
class Holding:
    """What a library whose connections stay open wants of gunicorn.

    Attributes:
        asks: the library.
        worker: the class, or empty for threads alone.
        threads: how many, or empty.
        mode: what a program calls it that chooses one itself.
    """

    asks: str
    worker: str
    threads: str
    mode: str


@lru_cache
def gunicorn_workers() -> dict[str, GunicornWorker]:
    """All of them, by name."""
    return {
        row.text("name"): GunicornWorker(
            name=row.text("name"),
            needs=row.texts("needs"),
            fails=tuple(tuple(together.split(" with ")) for together in row.texts("fails")),
        )
        for row in rows("gunicorn_workers", "worker")
    }


@lru_cache
def holding() -> tuple[Holding, ...]:
    """The libraries, in the order in which they are asked for."""
    return tuple(
        Holding(row.text("asks"), row.text("worker"), row.text("threads", ""), row.text("mode", ""))
        for row in rows("gunicorn_workers", "holding")
    )


def _is_within(requirement: str, installed: Mapping[str, str | None]) -> bool:
    from packaging.requirements import Requirement  # noqa: PLC0415 - asked only about what holds connections

    wanted = Requirement(requirement)
    version = installed.get(wanted.name)
    return version is not None and wanted.specifier.contains(version, prereleases=True)
