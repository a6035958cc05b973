"""What a .dockerignore said before: its owner's lines stay, in their order, behind ours, where they decide."""

from collections.abc import Iterable, Iterator

from dockerize_ml.dockerfile.ignore import Ignore
from dockerize_ml.knowledge.ignore import ignored_topics
from dockerize_ml.knowledge.languages import in_every_language
from dockerize_ml.plan.model import IgnoreGroup, Note
from dockerize_ml.project.our_own import is_our_text

_TITLE = "From the .dockerignore that was here before."


def kept_lines(text: str, ours: Iterable[IgnoreGroup], needed: frozenset[str]) -> tuple[IgnoreGroup, ...]:
    """The lines of ``text`` that ours do not have.

    In a file that we wrote, only what stands below the title is sure to be its owner's: a line above it that would take
    what the image needs by now is taken for one of ours.
    """
    written = {pattern for group in ours for pattern in group.patterns}
    title = next((title for title in in_every_language(_TITLE) if f"# {title}" in text), _TITLE)
    above, _, below = text.partition(f"# {title}") if is_our_text(text) else ("", "", text)
    known = {pattern for topic in ignored_topics() for pattern in topic.patterns}
    inserted = [line for line in _lines(above) if line not in known and not takes(line, needed)]
    lines = dict.fromkeys(line for line in (*inserted, *_lines(below)) if line not in written)
    return (IgnoreGroup(why=_TITLE, patterns=tuple(lines)),) if lines else ()


def notes_on_kept(groups: Iterable[IgnoreGroup], needed: Iterable[str]) -> Iterator[Note]:
    """Which file the program needs stays out because its owner said so."""
    kept = [pattern for group in groups if group.why == _TITLE for pattern in group.patterns]
    matcher = Ignore.parse("\n".join(kept))
    taken = sorted(path for path in needed if matcher.matches(path))
    if taken:
        yield Note(
            text=f"{taken[0]} stays out of the image: a line of your .dockerignore takes it, and the program needs it.",
            hint=f"Remove that line, or add `!{taken[0]}` below it.",
        )


def takes(pattern: str, needed: frozenset[str]) -> bool:
    """Whether a pattern leaves out one of these files."""
    if pattern.startswith("!"):
        return False
    matcher = Ignore.parse(pattern)
    return any(matcher.matches(path) for path in needed)


def _lines(text: str) -> Iterator[str]:
    """The patterns, without blank lines and comments."""
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()
