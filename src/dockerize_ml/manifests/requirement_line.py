"""Read one requirement as pip reads it: a name and versions, an address, or a path."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dockerize_ml.manifests.address import is_address, read_address
from dockerize_ml.manifests.misspelt import meaning_of
from dockerize_ml.manifests.names import canonical, extras_in
from dockerize_ml.manifests.requirement import Requirement, Unusable
from dockerize_ml.manifests.unusable import verdict_on
from dockerize_ml.project.masking import masked
from dockerize_ml.project.place import Place

Entry = Requirement | Unusable

_RELEASE = r"\d+(?:\.\d+)*(?:(?:a|b|rc)\d+)?(?:\.post\d+)?(?:\.dev\d+)?"
_BOUND = (
    rf"(?:(?:==|!=)[ \t]*{_RELEASE}(?:\+[a-z0-9]+(?:\.[a-z0-9]+)*)?"
    rf"|(?:==|!=)[ \t]*\d+(?:\.\d+)*\.\*|[<>]=?[ \t]*{_RELEASE})"
)
# What nearly every line is. Importing what reads the rest would take a tenth of a second.
_PLAIN = re.compile(
    r"(?P<name>[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)[ \t]*"
    r"(?:\[(?P<extras>[ \t]*[A-Za-z0-9][\w.-]*(?:[ \t]*,[ \t]*[A-Za-z0-9][\w.-]*)*[ \t]*)\][ \t]*)?"
    rf"(?P<versions>{_BOUND}(?:[ \t]*,[ \t]*{_BOUND})*)?",
)
_VERSIONS = re.compile(r"[A-Za-z0-9._-]+[ \t]*(?:\[[^\]]*\])?[ \t]*(?P<versions>[^;@]*)")


def read_requirement(text: str, at: Place, *, folder: str = "", hashes: tuple[str, ...] = ()) -> Iterator[Entry]:
    """What one line asks for; where it cannot be installed, why, and what stands in for it.

    Args:
        text: the line without options and comments.
        at: where it stands.
        folder: the folder that a relative path starts from, as a posix path relative to the root.
        hashes: what ``--hash`` said.
    """
    for entry in _parsed(text, at, folder):
        if isinstance(entry, Unusable):
            yield from _explained(entry, folder)
            continue
        yield from _judged(replace(entry, hashes=hashes) if hashes else entry, text)


def _parsed(text: str, at: Place, folder: str = "") -> Iterator[Entry]:
    if is_address(text):
        yield read_address(text, at, folder)
        return
    yield _named(text, at)


def _judged(requirement: Requirement, text: str) -> Iterator[Entry]:
    verdict = verdict_on(requirement)
    if verdict is None:
        yield requirement
        return
    yield Unusable(masked(text), requirement.at, verdict.reason, verdict.replacement)
    yield from _only_requirements(verdict.replacement, requirement.at)


def _explained(unusable: Unusable, folder: str) -> Iterator[Entry]:
    """An unusable line and what stands in for it, which may itself go by another name."""
    stand_ins = list(_only_requirements(unusable.replacement, unusable.at, folder))
    verdict = verdict_on(stand_ins[0]) if len(stand_ins) == 1 else None
    replacement = verdict.replacement if verdict else unusable.replacement
    yield replace(unusable, replacement=replacement)
    yield from _only_requirements(replacement, unusable.at, folder)


def _only_requirements(text: str, at: Place, folder: str = "") -> Iterator[Requirement]:
    for line in text.splitlines():
        yield from (entry for entry in _parsed(line, at, folder) if isinstance(entry, Requirement))


def _named(text: str, at: Place) -> Entry:
    """A name with extras, versions and a marker."""
    plain = _PLAIN.fullmatch(text)
    if plain:
        versions = "".join((plain["versions"] or "").split())
        return Requirement(canonical(plain["name"]), versions, at, extras_in(plain["extras"] or ""))
    from packaging.requirements import InvalidRequirement  # noqa: PLC0415 - start-up time
    from packaging.requirements import Requirement as Standard  # noqa: PLC0415 - start-up time

    try:
        standard = Standard(text)
    except (InvalidRequirement, RecursionError):
        meaning = meaning_of(text)
        return Unusable(masked(text), at, meaning.reason, meaning.replacement)
    return Requirement(
        name=canonical(standard.name),
        specifier=_as_written(text) if len(standard.specifier) > 1 else str(standard.specifier),
        at=at,
        extras=extras_in(",".join(standard.extras)),
        marker=str(standard.marker or ""),
    )


def _as_written(text: str) -> str:
    """The versions in the order in which the author gave them."""
    found = _VERSIONS.match(text)
    versions = found["versions"].strip().strip("()") if found else ""
    return ",".join("".join(part.split()) for part in versions.split(",") if part.strip())
