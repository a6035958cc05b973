"""What the build context leaves out: everything the table names, and nothing that the program needs."""

from collections.abc import Iterator

from dockerize_ml.dockerfile.ignore import Ignore
from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.knowledge.ignore import ignored_topics
from dockerize_ml.plan.model import IgnoreGroup


def ignore_groups(inspection: Inspection) -> tuple[IgnoreGroup, ...]:
    """The groups of the .dockerignore.

    A pattern that would take a file the image needs (a model, a manifest, a file the program opens) is left out.
    """
    return tuple(_groups(_needed(inspection)))


def _groups(needed: frozenset[str]) -> Iterator[IgnoreGroup]:
    for topic in ignored_topics():
        patterns = tuple(pattern for pattern in topic.patterns if not _takes(pattern, needed))
        if patterns:
            yield IgnoreGroup(why=topic.title, patterns=patterns)


def _takes(pattern: str, needed: frozenset[str]) -> bool:
    if pattern.startswith("!"):
        return False
    matcher = Ignore.parse(pattern)
    return any(matcher.matches(path) for path in needed)


def _needed(inspection: Inspection) -> frozenset[str]:
    manifest = inspection.manifest
    files = (manifest.path, *manifest.includes) if manifest else ()
    return frozenset((*files, *(inspection.facts.models.value or ())))
