"""What the build context leaves out: everything the table names, and nothing that the program needs."""

from collections.abc import Iterator

from dockerize_ml.dockerfile.ignore import Ignore
from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.knowledge.ignore import ignored_topics
from dockerize_ml.plan.model import IgnoreGroup

# Bytes; what is smaller does no harm, and leaving it out could.
_BIG = 20_000_000


def ignore_groups(inspection: Inspection) -> tuple[IgnoreGroup, ...]:
    """The groups of the .dockerignore.

    A pattern that would take a file the image needs (a model, a manifest, a file the program opens) is left out.
    """
    return (*_groups(_needed(inspection)), *_data(inspection))


def _groups(needed: frozenset[str]) -> Iterator[IgnoreGroup]:
    for topic in ignored_topics():
        patterns = tuple(pattern for pattern in topic.patterns if not _takes(pattern, needed))
        if patterns:
            yield IgnoreGroup(why=topic.title, patterns=patterns)


def _data(inspection: Inspection) -> Iterator[IgnoreGroup]:
    """Big folders of data that no line of the program opens."""
    folders = [each.path for each in inspection.outside.data if not each.is_opened and each.bytes >= _BIG]
    if folders:
        yield IgnoreGroup(why="Data that no line of the program opens.", patterns=tuple(folders))


def _takes(pattern: str, needed: frozenset[str]) -> bool:
    if pattern.startswith("!"):
        return False
    matcher = Ignore.parse(pattern)
    return any(matcher.matches(path) for path in needed)


def _needed(inspection: Inspection) -> frozenset[str]:
    manifest = inspection.manifest
    files = (manifest.path, *manifest.includes) if manifest else ()
    opened = (each.path for each in inspection.outside.opened)
    return frozenset((*files, *(inspection.facts.models.value or ()), *opened))
