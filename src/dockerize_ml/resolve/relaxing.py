"""Smaller wishes: the nearest version that exists, and a pin made looser."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from packaging.requirements import InvalidRequirement, Requirement
from packaging.version import InvalidVersion, Version

from dockerize_ml.manifests.names import canonical
from dockerize_ml.resolve.model import Ask
from dockerize_ml.resolve.releases import releases
from dockerize_ml.resolve.trouble import Trouble
from dockerize_ml.resolve.uv import Uv

# Of a version that a tool names: major, minor, patch.
_NUMBERS = 3


def is_pinned(ask: Ask) -> bool:
    """Whether it leaves one version only."""
    parsed = _parsed(ask)
    return parsed is not None and any(
        each.operator in {"==", "==="} and "*" not in each.version for each in parsed.specifier
    )


def is_kept_to_a_series(ask: Ask) -> bool:
    """Whether it is what a tool writes when it adds the newest version: ``>=1.2.3,<2``, for ``^1.2.3`` or ``~=1.2.3``.

    With two numbers or less somebody wrote it by hand, and seldom the version of the day.
    """
    parsed = _parsed(ask)
    # `==1.19.*` is no version.
    limits = {
        each.operator: Version(each.version).release
        for each in (parsed.specifier if parsed else ())
        if each.operator in {"~=", ">=", "<"}
    }
    lowest = limits.get("~=") or (limits.get(">=") if "<" in limits else None)
    return lowest is not None and len(lowest) >= _NUMBERS


def allows(ask: Ask, version: str) -> bool:
    """Whether the ask leaves that version open, and is not pinned to it already."""
    parsed = _parsed(ask)
    return parsed is not None and not is_pinned(ask) and parsed.specifier.contains(version, prereleases=True)


def is_readable(text: str) -> bool:
    """Whether it is a requirement by itself, without options."""
    return _parsed(Ask("", text)) is not None


def version_of(ask: Ask) -> str:
    """The pinned version, else the specifier as it stands."""
    return specifier_of(ask).removeprefix("==")


def upper_bound(ask: Ask) -> str | None:
    """A version that none that the ask leaves is newer than: its pin, or what comes just before its limit."""
    parsed = _parsed(ask)
    for each in parsed.specifier if parsed else ():
        match each.operator:
            case "==" | "===" | "<=":
                return each.version.removesuffix(".*")
            case "<":
                return f"{Version(each.version).base_version}.dev0"
            case "~=":
                # Of `~=2.4` the 2 stays, of `~=2.4.1` the 2.4.
                return each.version
    return None


def specifier_of(ask: Ask) -> str:
    """The specifier as it stands; empty where there is none."""
    parsed = _parsed(ask)
    return str(parsed.specifier) if parsed else ""


def name_only(ask: Ask) -> str:
    """Name and extras."""
    parsed = _parsed(ask)
    if parsed is None:
        return ask.name
    return parsed.name + (f"[{','.join(sorted(parsed.extras))}]" if parsed.extras else "")


def nearest(uv: Uv, ask: Ask, as_of: date | None) -> Ask | None:
    """The ask with the existing version that is nearest to its own: of the same series if there is one, else older."""
    if not is_pinned(ask):
        return None if _version(uv, ask, "", as_of) is None else replace(ask, text=f"{name_only(ask)}{_marker(ask)}")
    wanted = version_of(ask)
    below, above = _version(uv, ask, f"<={wanted}", as_of), _version(uv, ask, f">={wanted}", as_of, lowest=True)
    chosen = above if above and (below is None or series_of(above) == series_of(wanted)) else below
    return replace(ask, text=f"{name_only(ask)}=={chosen}{_marker(ask)}") if chosen else None


def named_in(trouble: Trouble) -> Iterator[str]:
    """Whatever in the resolver's words may be the name of a distribution."""
    return (canonical(word) for word in re.findall(r"[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?", trouble.words))


def relaxations(asks: Iterable[Ask], trouble: Trouble, imported: frozenset[str]) -> Iterator[tuple[Ask, Ask]]:
    """Asks that the resolver's words name, each with looser ones: first within its series, then any version.

    What the program itself does not import is loosened first: it is there for the others.
    """
    named = set(named_in(trouble))
    involved = sorted(
        (ask for ask in asks if ask.name in named and version_of(ask)), key=lambda ask: ask.name in imported
    )
    for ask in involved:
        if is_pinned(ask) and (series := series_of(version_of(ask))):
            yield ask, replace(ask, text=f"{name_only(ask)}=={series}.*{_marker(ask)}")
    for ask in involved:
        yield ask, replace(ask, text=f"{name_only(ask)}{_marker(ask)}")


def _version(uv: Uv, ask: Ask, specifier: str, as_of: date | None, *, lowest: bool = False) -> str | None:
    found = releases(uv, [replace(ask, text=f"{name_only(ask)}{specifier}")], as_of, lowest=lowest)
    release = found.get(ask.name) if isinstance(found, dict) else None
    return release.version if release else None


def series_of(version: str) -> str:
    """``1.11`` of 1.11.4; empty for what is no version."""
    try:
        return ".".join(map(str, Version(version).release[:2]))
    except InvalidVersion:
        return ""


def _marker(ask: Ask) -> str:
    parsed = _parsed(ask)
    return f" ; {parsed.marker}" if parsed and parsed.marker else ""


def _parsed(ask: Ask) -> Requirement | None:
    try:
        return Requirement(ask.text)
    except (InvalidRequirement, RecursionError):
        return None
