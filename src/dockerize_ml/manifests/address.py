"""Read a direct reference: ``name @ url``, a URL, or a path."""

import posixpath
import re
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from dockerize_ml.manifests.names import canonical, extras_in, is_name
from dockerize_ml.manifests.requirement import Requirement, Unusable
from dockerize_ml.manifests.wheel import Archive, read_archive_name
from dockerize_ml.project.masking import masked
from dockerize_ml.project.place import Place

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{0,30}:(?://|[^/])", re.IGNORECASE)
_DIRECT = re.compile(
    r"(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)[ \t]*(?:\[(?P<extras>[^\]]*)\])?[ \t]*@[ \t]*(?P<address>[^;\s]+)"
    r"(?:[ \t]*(?:[ \t];|;(?=[ \t]))[ \t]*(?P<marker>.+))?",
)
_PAGE = re.compile(r"https?://\S+(?:\.html?|/simple|/whl(?:/\w+)?)/?", re.IGNORECASE)
_WINDOWS_PATH = re.compile(r"(?:file:/*)?[A-Za-z]:[\\/]|\\\\")
_PATH_EXTRAS = re.compile(r"(?P<path>.+?)\[(?P<extras>[\w\s,.-]*)\]")
_ARCHIVES = (".whl", ".tar.gz", ".zip", ".tar.bz2", ".tgz", ".egg")


# What is said of a path that the folder does not hold.
OUTSIDE = "The path leads outside the project."


class _Reference(NamedTuple):
    name: str
    address: str
    extras: tuple[str, ...]
    marker: str


def is_address(text: str) -> bool:
    """Whether a line names a place and not only a distribution."""
    if _DIRECT.fullmatch(text) or _SCHEME.match(text) or _WINDOWS_PATH.match(text):
        return True
    path = text.split(";", maxsplit=1)[0].strip()
    if path.startswith((".", "/", "~")) or path.lower().endswith(_ARCHIVES):
        return True
    return "/" in path and re.search(r"[<>=!~]=|[\s\"'`]", path) is None


def read_address(text: str, at: Place, folder: str) -> Requirement | Unusable:
    """What lies there, or why an image cannot have it; a relative path starts from ``folder``."""
    reference = _split(text)
    address = reference.address
    archive = read_archive_name(_last_part(address))
    if _WINDOWS_PATH.match(address) or (address.startswith(("file:/", "/")) and not address.startswith("//")):
        reason = "It is a file on the machine on which the list was written."
        return Unusable(masked(text), at, reason, _elsewhere(reference.name, archive))
    if archive and not archive.is_for_linux:
        reason = f"The file is built for {archive.platform}, not for Linux."
        return Unusable(masked(text), at, reason, f"{archive.name}=={archive.version}")
    if _PAGE.fullmatch(address):
        return Unusable(masked(text), at, "It is a page of links, which pip takes behind `--find-links`.")
    if _SCHEME.match(address) and not address.startswith("file:"):
        name = reference.name or _name_in(address)
        return _requirement(reference._replace(name=name, address=masked(address)), archive, at)
    local = _local(reference, folder)
    if local.address.startswith(("..", "/", "~")):
        return Unusable(masked(text), at, OUTSIDE, local.name)
    return _requirement(local, archive, at)


def _split(text: str) -> _Reference:
    direct = _DIRECT.fullmatch(text)
    if direct:
        marker = (direct["marker"] or "").strip()
        return _Reference(canonical(direct["name"]), direct["address"], extras_in(direct["extras"] or ""), marker)
    address, _, marker = text.partition(" ;") if " ;" in text else text.partition("; ")
    return _Reference("", address.strip(), (), marker.strip())


def _requirement(reference: _Reference, archive: Archive | None, at: Place) -> Requirement:
    return Requirement(
        name=reference.name or (archive.name if archive else ""),
        specifier=f"=={archive.version}" if archive else "",
        at=at,
        extras=reference.extras,
        marker=reference.marker,
        url=reference.address,
    )


def _elsewhere(name: str, archive: Archive | None) -> str:
    """What to install from an index instead of a file that is not there, with the version that its name tells."""
    told = name or (archive.name if archive else "")
    return f"{told}=={archive.version}" if archive and archive.name == told else told


def _local(reference: _Reference, folder: str) -> _Reference:
    """A path relative to the project's root, with the extras and the name that may follow it."""
    path, _, fragment = reference.address.removeprefix("file:").partition("#")
    found = _PATH_EXTRAS.fullmatch(path)
    extras = extras_in(found["extras"]) if found else reference.extras
    path = found["path"] if found else path
    address = path if path.startswith("~") else posixpath.normpath(posixpath.join(folder, path))
    return reference._replace(name=reference.name or _egg(fragment), address=address, extras=extras)


def _last_part(address: str) -> str:
    return unquote(re.split(r"[#?]", address, maxsplit=1)[0].replace("\\", "/").rstrip("/").rpartition("/")[2])


def _name_in(address: str) -> str:
    """The distribution's name that an address tells: its ``egg`` fragment, or the repository's name."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if _egg(parts.fragment) or "+" not in parts.scheme:
        return _egg(parts.fragment)
    repository = parts.path.rsplit("@", 1)[0].rstrip("/").rpartition("/")[2].removesuffix(".git")
    return canonical(repository) if is_name(repository) else ""


def _egg(fragment: str) -> str:
    egg = parse_qs(fragment).get("egg", [""])[0].partition("[")[0]
    return canonical(egg) if is_name(egg) else ""
