"""What a source distribution requires, read from its metadata as data: it is never unpacked, built or run here."""

import io
import re
import tarfile
import tomllib
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from email.parser import HeaderParser
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit
from urllib.request import url2pathname

from packaging.requirements import InvalidRequirement, Requirement

from dockerize_ml.facts.source.imports import import_lines
from dockerize_ml.knowledge.build_tools import gone_since
from dockerize_ml.project.shape import mapping, sequence

_BIGGEST = 60_000_000  # bytes of an archive that is fetched
_LONGEST = 1_000_000  # bytes of one file of metadata
_MOST_FILES = 20_000
_PYPROJECT = re.compile(r"(?:\./)?[^/]+/pyproject\.toml")
# Stan's models become C++ while they are installed.
_NATIVE = re.compile(r"\.(?:c|cc|cpp|cxx|pyx|pxd|f|f90|cu|rs|stan)$|/(?:CMakeLists\.txt|Cargo\.toml)$")
# Measured with uv 0.13: names of files for which it refuses an archive, and the format of the seventh Unix, whose
# heads of files lack this (https://www.gnu.org/software/tar/manual/html_node/Standard.html).
_REFUSED = re.compile(r"[:\\\x00-\x1f]| (?:/|$)")
_MAGIC, _MAGIC_AT = b"ustar", 257
_SETUP = re.compile(r"(?:\./)?[^/]+/setup\.py")
_METADATA = re.compile(r"[^/]+/(?:PKG-INFO|setup\.py|pyproject\.toml|(?:[^/]+/){0,5}[^/]+\.egg-info/requires\.txt)")
_MODULE = re.compile(r"[^/]+/(?:[\w-]+/){0,8}\w+\.py")
_NAME = re.compile(r"\s*(?P<name>[A-Za-z0-9][\w.-]*)[^;]*(?:;\s*(?P<marker>.*))?")


@dataclass(frozen=True, slots=True)
class SourceRequires:
    """What the metadata says.

    Attributes:
        requirements: what it asks for.
        is_native: whether there is source in it that has to be compiled.
        is_legacy: whether only setup.py knows what building it takes; many take what they require for granted there.
        is_refused: whether uv does not unpack it, because of a file's name or its format.
        tools_until: the first day on which setuptools lacks what its setup.py takes.
        is_unread: whether nothing of it could be read; it may require anything.
        uses_openmp: whether its setup.py compiles for several processors, by GCC's library for that.
        built_with: what pyproject.toml requires for building it.
        imported: the modules that its setup.py imports, wherever it does, without what stands behind the first dot.
    """

    requirements: tuple[str, ...] = ()
    is_native: bool = False
    is_legacy: bool = False
    is_refused: bool = False
    tools_until: date | None = None
    is_unread: bool = False
    uses_openmp: bool = False
    built_with: tuple[str, ...] = ()
    imported: frozenset[str] = frozenset()


def static_requirements(address: str, seconds: float) -> SourceRequires:
    """Fetch the archive and read its metadata."""
    data = fetched(address, seconds)
    if data is None:
        return SourceRequires(is_native=True, is_unread=True)
    try:
        found = dict(_files(data))
    except (tarfile.TarError, zipfile.BadZipFile, OSError, EOFError, ValueError, RuntimeError):
        return SourceRequires(is_native=True, is_unread=True)
    is_native = any(map(_NATIVE.search, found))
    projects = [text for name, text in found.items() if _PYPROJECT.fullmatch(name)]
    setups = [text for name, text in found.items() if _SETUP.fullmatch(name)]
    says = SourceRequires(
        is_native=is_native,
        is_legacy=not projects,
        is_refused=any(map(_REFUSED.search, found)) or _is_ancient(data),
        tools_until=gone_since(setups[0]) if setups else None,
        uses_openmp=is_native and any("-fopenmp" in text for text in setups),
        built_with=tuple(_built_with(projects[0])) if projects else (),
        imported=frozenset(_tops(setups[0])) if setups else frozenset(),
    )
    listed = [text for name, text in found.items() if name.endswith("requires.txt") and text]
    if listed:
        return replace(says, requirements=tuple(_of_requires_txt(listed[0])))
    heads = [text for name, text in found.items() if name.endswith("PKG-INFO") and text]
    requires = HeaderParser().parsestr(heads[0]).get_all("Requires-Dist", []) if heads else []
    return replace(says, requirements=tuple(filter(None, map(_readable, map(str, requires)))))


def unpack_modules(address: str, seconds: float, folder: Path) -> None:
    """Fetch the archive and lay its Python sources into a folder, as they would be installed; none where that fails."""
    data = fetched(address, seconds)
    try:
        for name, text in _files(data, _MODULE) if data else ():
            # The folder of the archive's name is no package, nor is the one that many keep theirs in.
            parts = PurePosixPath(name.removeprefix("./")).parts[1:]
            target = folder.joinpath(*parts[1:] if parts[:1] in {("src",), ("lib",)} else parts)
            if text and ".." not in parts:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8")
    except (tarfile.TarError, zipfile.BadZipFile, OSError, EOFError, ValueError, RuntimeError):
        return


def fetched(address: str, seconds: float) -> bytes | None:
    """The archive's bytes; None where it cannot be had in time, or is too big to be worth it."""
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


def _is_ancient(data: bytes) -> bool:
    """Whether it is a tar archive of the format before the standard's."""
    if zipfile.is_zipfile(io.BytesIO(data)):
        return False
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:*") as archive:
        stream = archive.fileobj
        if stream is None:
            return False
        stream.seek(_MAGIC_AT)
        return stream.read(len(_MAGIC)) != _MAGIC


def _files(data: bytes, wanted: re.Pattern[str] = _METADATA) -> Iterator[tuple[str, str]]:
    """Every file's name; the text of those that are wanted."""
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist()[:_MOST_FILES]:
                is_wanted = wanted.fullmatch(info.filename) and info.file_size <= _LONGEST
                yield info.filename, archive.read(info).decode(errors="replace") if is_wanted else ""
        return
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:*") as archive:
        for number, member in enumerate(archive):
            if number >= _MOST_FILES:
                return
            is_named = wanted.fullmatch(member.name.removeprefix("./")) is not None
            is_wanted = is_named and member.isfile() and member.size <= _LONGEST
            stream = archive.extractfile(member) if is_wanted else None
            yield member.name, stream.read(_LONGEST).decode(errors="replace") if stream else ""


def _tops(setup: str) -> Iterator[str]:
    return (line.module.partition(".")[0] for line in import_lines(setup) if not line.level)


def _built_with(pyproject: str) -> Iterator[str]:
    """What the build system requires; nothing where that cannot be read."""
    try:
        system = mapping(tomllib.loads(pyproject).get("build-system"))
    except tomllib.TOMLDecodeError:
        return
    yield from filter(None, map(_readable, map(str, sequence(system.get("requires")))))


def _of_requires_txt(text: str) -> Iterator[str]:
    """The lines of setuptools' own list: ``[extra:marker]`` heads say for whom those below are."""
    marker, extra = "", ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            extra, _, marker = line.strip("[]").partition(":")
        elif line and not extra:
            whole = _readable(f"{line} ; {marker}" if marker else line)
            if whole:
                yield whole


def _readable(text: str) -> str:
    """The requirement as the standard has it: for any version where that is garbled (``pytz>=2011k``), or empty."""
    name = _NAME.match(text)
    for candidate in (text, name["name"] + (f" ; {name['marker']}" if name["marker"] else "")) if name else ():
        try:
            Requirement(candidate)
        except (InvalidRequirement, RecursionError):
            continue
        return candidate
    return ""
