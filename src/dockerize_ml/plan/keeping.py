"""What a .dockerignore said before: its owner's lines stay, in their order, behind ours, where they decide."""

import re
from collections.abc import Iterable, Iterator

from dockerize_ml.dockerfile.ignore import Ignore
from dockerize_ml.knowledge.ignore import ignored_topics
from dockerize_ml.knowledge.languages import in_every_language
from dockerize_ml.plan.model import IgnoreGroup, Note
from dockerize_ml.project.our_own import is_our_text

DATA = "Data that no line of the program opens."
ENVIRONMENTS = "environments"
_TITLE = "From the .dockerignore that was here before."


def kept_lines(text: str, ours: Iterable[IgnoreGroup], needed: frozenset[str]) -> tuple[IgnoreGroup, ...]:
    """The lines of ``text`` that ours do not have.

    In a file that we wrote, what stands below the title is its owner's, and so is what its owner wrote among our own
    groups. A folder of the project's that a group of ours names is taken for ours where the image needs it by now.
    """
    written = {pattern for group in ours for pattern in group.patterns}
    title = next((title for title in in_every_language(_TITLE) if f"# {title}" in text), _TITLE)
    above, _, below = text.partition(f"# {title}") if is_our_text(text) else ("", "", text)
    lines = tuple(_still_said("\n".join((*_inserted(above, needed), "", below)), written))
    return (IgnoreGroup(why=_TITLE, patterns=lines[1:], kept=True),) if lines else ()


def _still_said(text: str, written: set[str]) -> Iterator[str]:
    """A blank line and the lines of each block but what is written already; of such a block the comments go too."""
    said = set(written)
    for block in re.split(r"\n[ \t\r]*\n", text):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        new = [line for line in dict.fromkeys(lines) if line.startswith("#") or line not in said]
        if new and (all(line.startswith("#") for line in lines) or not all(line.startswith("#") for line in new)):
            yield from ("", *new)
        said.update(lines)


def notes_on_kept(groups: Iterable[IgnoreGroup], needed: Iterable[str]) -> Iterator[Note]:
    """Which file the program needs stays out, and which secret gets in, because their owner said so."""
    kept = [pattern for group in groups if group.why == _TITLE for pattern in group.patterns]
    yield from _bared(kept)
    matcher = Ignore.parse("\n".join(kept))
    taken = sorted(path for path in needed if matcher.matches(path))
    if taken:
        yield Note(
            text=f"{taken[0]} stays out of the image: a line of your .dockerignore takes it, and the program needs it.",
            hint=f"Remove that line, or add `!{taken[0]}` below it.",
        )


def _bared(kept: list[str]) -> Iterator[Note]:
    """Which secret the owner's own lines let back in; the first of them, and a line that takes it back."""
    topic = next(topic for topic in ignored_topics() if topic.name == "secrets")
    ours, theirs = "\n".join(topic.patterns), "\n".join(kept)
    named = (line.removeprefix("!") for line in kept if line.startswith("!"))
    usual = (pattern.removeprefix("**/").replace("*", "x") for pattern in topic.patterns if not pattern.startswith("!"))
    for path in (*named, *usual):
        if Ignore.parse(ours).matches(path) and not Ignore.parse(f"{ours}\n{theirs}").matches(path):
            yield Note(
                text=f"{path} goes into the image, for anybody to read: a line of your .dockerignore lets it in.",
                hint="If it holds a secret, remove that line, and give it to the container when it runs.",
            )
            return


def takes(pattern: str, needed: frozenset[str]) -> bool:
    """Whether a pattern leaves out one of these files."""
    if pattern.startswith("!"):
        return False
    matcher = Ignore.parse(pattern)
    return any(matcher.matches(path) for path in needed)


def _inserted(above: str, needed: frozenset[str]) -> Iterator[str]:
    """What its owner wrote among our own groups: blank lines for ours, so that a comment stays with its line."""
    known = {pattern for topic in ignored_topics() for pattern in topic.patterns}
    titles = {f"# {title}": folders for each, folders in _titles() for title in in_every_language(each)}
    names_folders = False
    for line in map(str.strip, above.splitlines()):
        names_folders = titles.get(line, names_folders)
        is_ours = line in known or line in titles or is_our_text(line) or (names_folders and takes(line, needed))
        yield "" if is_ours else line


def _titles() -> Iterator[tuple[str, bool]]:
    """What stands above our groups, and whether the group names folders of the project's own."""
    yield DATA, True
    yield from ((topic.title, topic.name == ENVIRONMENTS) for topic in ignored_topics())
