"""Read one requirement as pip reads it: a name and versions, an address, or a path."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

from dockerize_ml.manifests.misspelt import meaning_of
from dockerize_ml.manifests.names import canonical, is_name
from dockerize_ml.manifests.requirement import Requirement, Unusable
from dockerize_ml.manifests.unusable import verdict_on
from dockerize_ml.manifests.wheel import read_archive_name
from dockerize_ml.project.masking import masked
from dockerize_ml.project.place import Place

Entry = Requirement | Unusable

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{0,30}:(?://|[^/])", re.IGNORECASE)
_DIRECT = re.compile(
    r"(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)[ \t]*(?:\[(?P<extras>[^\]]*)\])?[ \t]*@[ \t]*(?P<url>[^;\s]+(?:\\ [^;\s]+)*)"
    r"(?:[ \t]*(?:[ \t];|;(?=[ \t]))[ \t]*(?P<marker>.+))?",
)
_PAGE = re.compile(r"https?://\S+(?:\.html?|/simple|/whl(?:/\w+)?)/?", re.IGNORECASE)
_WINDOWS_PATH = re.compile(r"(?:file:/*)?[A-Za-z]:[\\/]|\\\\")
_PATH_EXTRAS = re.compile(r"(?P<path>.+?)\[(?P<extras>[\w\s,.-]*)\]")
_VERSIONS = re.compile(r"[A-Za-z0-9._-]+[ \t]*(?:\[[^\]]*\])?[ \t]*(?P<versions>[^;@]*)")
_ARCHIVES = (".whl", ".tar.gz", ".zip", ".tar.bz2", ".tgz", ".egg")


def read_requirement(text: str, at: Place, *, folder: str = "", hashes: tuple[str, ...] = ()) -> Iterator[Entry]:
    """What one line asks for; where it cannot be installed, why, and what stands in for it.

    Args:
        text: the line without options and comments.
        at: where it stands.
        folder: the folder that a relative path starts from, as a posix path relative to the root.
        hashes: what ``--hash`` said.
    """
    read = _address(text, at, folder) if _is_address(text) else _named(text, at)
    for entry in read:
        if isinstance(entry, Unusable):
            yield from _explained(entry)
            continue
        yield from _judged(replace(entry, hashes=hashes), text)


def _judged(requirement: Requirement, text: str) -> Iterator[Entry]:
    verdict = verdict_on(requirement)
    if verdict is None:
        yield requirement
        return
    yield Unusable(masked(text), requirement.at, verdict.reason, verdict.replacement)
    yield from _only_requirements(verdict.replacement, requirement.at)


def _explained(unusable: Unusable) -> Iterator[Entry]:
    """An unusable line and what stands in for it, which may itself go by another name."""
    stand_ins = list(_only_requirements(unusable.replacement, unusable.at))
    verdict = verdict_on(stand_ins[0]) if len(stand_ins) == 1 else None
    replacement = verdict.replacement if verdict else unusable.replacement
    yield replace(unusable, replacement=replacement)
    yield from _only_requirements(replacement, unusable.at)


def _only_requirements(text: str, at: Place) -> Iterator[Requirement]:
    for line in text.splitlines():
        yield from (entry for entry in _named(line, at) if isinstance(entry, Requirement))


def _is_address(text: str) -> bool:
    if _DIRECT.fullmatch(text) or _SCHEME.match(text) or _WINDOWS_PATH.match(text):
        return True
    path = text.split(";", maxsplit=1)[0].strip()
    return (
        path.startswith((".", "/", "~"))
        or path.lower().endswith(_ARCHIVES)
        or ("/" in path and not re.search(r"[<>=!~]=|\s", path))
    )


def _named(text: str, at: Place) -> Iterator[Entry]:
    """A name with extras, versions and a marker."""
    from packaging.requirements import InvalidRequirement  # noqa: PLC0415 - start-up time
    from packaging.requirements import Requirement as Standard  # noqa: PLC0415 - start-up time

    try:
        standard = Standard(text)
    except (InvalidRequirement, RecursionError):
        meaning = meaning_of(text)
        yield Unusable(masked(text), at, meaning.reason, meaning.replacement)
        return
    yield Requirement(
        name=canonical(standard.name),
        specifier=_as_written(text) if len(standard.specifier) > 1 else str(standard.specifier),
        at=at,
        extras=_extras(",".join(standard.extras)),
        marker=str(standard.marker or ""),
    )


def _as_written(text: str) -> str:
    """The versions in the order in which the author gave them."""
    found = _VERSIONS.match(text)
    versions = found["versions"].strip().strip("()") if found else ""
    return ",".join("".join(part.split()) for part in versions.split(",") if part.strip())


def _address(text: str, at: Place, folder: str) -> Iterator[Entry]:
    """A direct reference: ``name @ url``, a URL, or a path."""
    direct = _DIRECT.fullmatch(text)
    if direct:
        name, address = canonical(direct["name"]), direct["url"]
        extras, marker = _extras(direct["extras"]), (direct["marker"] or "").strip()
    else:
        address, _, marker = text.partition(" ;") if " ;" in text else text.partition("; ")
        address, marker, name, extras = address.strip(), marker.strip(), "", ()
    archive = read_archive_name(_last_part(address))
    if _WINDOWS_PATH.match(address) or _is_foreign_file(address):
        told = name or (archive.name if archive else "")
        version = f"=={archive.version}" if archive and archive.name == told else ""
        yield Unusable(
            masked(text), at, "It is a file on the machine on which the list was written.", f"{told}{version}"
        )
        return
    if archive and not archive.is_for_linux:
        reason = f"The file is built for {archive.platform}, not for Linux."
        yield Unusable(masked(text), at, reason, f"{archive.name}=={archive.version}")
        return
    if _PAGE.fullmatch(address):
        yield Unusable(masked(text), at, "It is a page of links, which pip takes behind `--find-links`.")
        return
    if _SCHEME.match(address) and not address.startswith("file:"):
        url, told = masked(address), name or _name_in(address)
    else:
        address, more = _split_extras(address.removeprefix("file:"))
        extras, told = extras or more, name
        url = posixpath.normpath(posixpath.join(folder, address)) if not address.startswith("~") else address
        if url.startswith(("..", "/", "~")):
            yield Unusable(masked(text), at, "The path leads outside the project.", name)
            return
    yield Requirement(
        name=told or (archive.name if archive else ""),
        specifier=f"=={archive.version}" if archive else "",
        at=at,
        extras=extras,
        marker=marker,
        url=url,
    )


def _is_foreign_file(address: str) -> bool:
    return address.startswith(("file:/", "/")) and not address.startswith("//")


def _split_extras(path: str) -> tuple[str, tuple[str, ...]]:
    found = _PATH_EXTRAS.fullmatch(path)
    return (found["path"], _extras(found["extras"])) if found else (path, ())


def _extras(text: str | None) -> tuple[str, ...]:
    return tuple(sorted({canonical(part.strip()) for part in (text or "").split(",") if part.strip()}))


def _last_part(address: str) -> str:
    return unquote(re.split(r"[#?]", address, maxsplit=1)[0].replace("\\", "/").rstrip("/").rpartition("/")[2])


def _name_in(address: str) -> str:
    """The distribution's name that an address tells: its ``egg`` fragment, or the repository's name."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    egg = parse_qs(parts.fragment).get("egg", [""])[0].partition("[")[0]
    if is_name(egg):
        return canonical(egg)
    if "+" not in parts.scheme:
        return ""
    repository = parts.path.rsplit("@", 1)[0].rstrip("/").rpartition("/")[2].removesuffix(".git")
    return canonical(repository) if is_name(repository) else ""
