"""What the build context leaves out: everything the table names, and nothing that the program needs."""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.ignore import Ignore
from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.knowledge.ignore import ignored_topics
from dockerize_ml.plan.keeping import DATA, ENVIRONMENTS, kept_lines, notes_on_kept, takes
from dockerize_ml.plan.model import IgnoreGroup, Note

# Bytes; what is smaller does no harm, and leaving it out could.
_BIG = 20_000_000


def ignore_groups(inspection: Inspection) -> tuple[IgnoreGroup, ...]:
    """The groups of the .dockerignore.

    A pattern that would take a file the image needs (a model, a manifest, the source, a file the program opens) is left
    out. What the file said before comes last, where it decides.
    """
    needed = _needed(inspection)
    ours = (*_groups(inspection, needed), *_data(inspection))
    return (*ours, *kept_lines(inspection.outside.beside.ignored, ours, needed))


def notes_on_ignored(inspection: Inspection, groups: tuple[IgnoreGroup, ...]) -> Iterator[Note]:
    """What the owner's own lines leave out though the program needs it."""
    missing = {each.path for each in inspection.outside.opened if not each.exists}
    return notes_on_kept(groups, _needed(inspection) - missing)


def _groups(inspection: Inspection, needed: frozenset[str]) -> Iterator[IgnoreGroup]:
    for topic in ignored_topics():
        if topic.name == "notebooks" and inspection.facts.kind.value == "notebook":
            continue
        patterns = tuple(pattern for pattern in topic.patterns if not takes(pattern, needed))
        named = inspection.outside.beside.environments if topic.name == ENVIRONMENTS else ()
        ignored = Ignore.parse("\n".join(patterns))
        patterns += tuple(_literal(folder) for folder in named if not ignored.matches(folder))
        if patterns:
            yield IgnoreGroup(why=topic.title, patterns=patterns)


def _data(inspection: Inspection) -> Iterator[IgnoreGroup]:
    """Big folders of data that no line of the program opens."""
    folders = [each.path for each in inspection.outside.data if not each.is_opened and each.bytes >= _BIG]
    if folders:
        yield IgnoreGroup(why=DATA, patterns=tuple(map(_literal, folders)))


def _literal(path: str) -> str:
    """A path as a pattern that means just this path."""
    escaped = re.sub(r"([\\*?\[])", r"\\\1", path)
    return f"./{escaped}" if escaped.startswith(("#", "!")) else escaped


def _needed(inspection: Inspection) -> frozenset[str]:
    manifest = inspection.manifest
    files = (manifest.path, *manifest.includes) if manifest else ()
    opened = (each.path for each in inspection.outside.opened)
    models = inspection.facts.models.value or ()
    examples = (each.example for each in inspection.outside.stand_ins)
    return frozenset((*files, *models, *opened, *examples, *inspection.outside.beside.sources))
