"""What a source distribution requires, read from its metadata as data: it is never unpacked, built or run here."""

import io
import re
import tarfile
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from email.parser import HeaderParser
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from packaging.requirements import InvalidRequirement, Requirement

_BIGGEST = 60_000_000  # bytes of an archive that is fetched
_LONGEST = 1_000_000  # bytes of one file of metadata
_MOST_FILES = 20_000
_METADATA = re.compile(
    r"[^/]+/(?:PKG-INFO|[^/]+\.egg-info/requires\.txt|(?:src/|lib/|python/)?[^/]+\.egg-info/requires\.txt)"
)


@dataclass(frozen=True, slots=True)
class SourceRequires:
    """What the metadata says; ``is_told`` is false where there is none that can be read."""

    requirements: tuple[str, ...] = ()
    is_told: bool = False


def static_requirements(address: str, seconds: float) -> SourceRequires:
    """Fetch the archive and read its metadata."""
    data = _fetched(address, seconds)
    if data is None:
        return SourceRequires()
    try:
        found = dict(_metadata(data))
    except (tarfile.TarError, zipfile.BadZipFile, OSError, EOFError, ValueError, RuntimeError):
        return SourceRequires()
    listed = [text for name, text in found.items() if name.endswith("requires.txt")]
    if listed:
        return SourceRequires(tuple(_of_requires_txt(listed[0])), is_told=True)
    heads = [text for name, text in found.items() if name.endswith("PKG-INFO")]
    requires = HeaderParser().parsestr(heads[0]).get_all("Requires-Dist", []) if heads else []
    # Old metadata lists nothing although something is required; only newer versions of it can be taken at their word.
    return SourceRequires(tuple(filter(_is_valid, map(str, requires))), is_told=bool(heads))


def _fetched(address: str, seconds: float) -> bytes | None:
    parts = urlsplit(address)
    try:
        if parts.scheme in {"", "file"}:
            path = Path(url2pathname(parts.path))
            return path.read_bytes() if path.stat().st_size <= _BIGGEST else None
        if parts.scheme not in {"http", "https"}:
            return None
        with urllib.request.urlopen(address, timeout=max(seconds, 1)) as response:  # noqa: S310 - the index's own address
            data = bytes(response.read(_BIGGEST + 1))
    except (OSError, ValueError, urllib.error.URLError):
        return None
    return data if len(data) <= _BIGGEST else None


def _metadata(data: bytes) -> Iterator[tuple[str, str]]:
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist()[:_MOST_FILES]:
                if _METADATA.fullmatch(info.filename) and info.file_size <= _LONGEST:
                    yield info.filename, archive.read(info).decode(errors="replace")
        return
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:*") as archive:
        for number, member in enumerate(archive):
            if number >= _MOST_FILES:
                return
            if member.isfile() and member.size <= _LONGEST and _METADATA.fullmatch(member.name.removeprefix("./")):
                stream = archive.extractfile(member)
                yield member.name, (stream.read(_LONGEST) if stream else b"").decode(errors="replace")


def _of_requires_txt(text: str) -> Iterator[str]:
    """The lines of setuptools' own list: ``[extra:marker]`` heads say for whom those below are."""
    marker, extra = "", ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            extra, _, marker = line.strip("[]").partition(":")
        elif line and not extra:
            whole = f"{line} ; {marker}" if marker else line
            if _is_valid(whole):
                yield whole


def _is_valid(text: str) -> bool:
    try:
        Requirement(text)
    except (InvalidRequirement, RecursionError):
        return False
    return True
