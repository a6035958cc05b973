"""Projects that nobody here wrote: taken from the configured index as data, unpacked, and dated by their upload."""

import io
import re
import shutil
import tarfile
import tempfile
import tomllib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from benchmarks.history import commit
from benchmarks.tried import WAIT, BrokenError, Project
from packaging.requirements import Requirement

from dockerize_ml.engine.streamlit_page import streamlit_page
from dockerize_ml.resolve.model import Ask
from dockerize_ml.resolve.releases import releases
from dockerize_ml.resolve.sdists import fetched
from dockerize_ml.resolve.uv import Clock, Uv

LIST = Path(__file__).with_name("projects.toml")
ARCHIVES = Path(tempfile.gettempdir()) / "dockerize-ml-field"
_PATIENCE = 180.0
# One that the wheels of the list, which are of any Python 3, can be had for.
_PYTHON = "3.11"
# What packing added, and what the author had for Docker himself.
_NOT_THEIRS = re.compile(
    r"PKG-INFO|.*\.(?:egg-info|dist-info|pyc)|__pycache__|(?:.*\.)?[Dd]ockerfile(?:\..*)?|\.dockerignore|docker-compose.*"
)
_EGG_INFO = re.compile(r"\n*\[egg_info\]\n(?:tag_\w+ ?=.*\n*)+")
_TRACEBACK = "Traceback (most recent call last)"


@dataclass(frozen=True, kw_only=True)
class Found(Project):
    """A project of the list.

    Attributes:
        what: what it is.
        requirement: the distribution that it is a part of, and its version.
        counted: the sample that it is of.
        is_wheel: whether the wheel holds it.
        is_streamlit: whether its page is drawn by Streamlit.
        folder: the part that is the project.
        files: the files and folders that are, where they are not one folder.
        renamed: new names of files.
        without: files that are left out.
        filled: what stands for the words in its ``*.template`` files.
    """

    what: str
    requirement: str
    counted: str
    is_wheel: bool = False
    is_streamlit: bool = False
    folder: str = "."
    files: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    without: tuple[str, ...] = ()
    filled: tuple[tuple[str, str], ...] = ()

    @property
    def about(self) -> str:
        """What it is, and out of what."""
        return f"{self.what} ({self.requirement}{'' if self.folder == '.' else ', ' + self.folder})"

    @property
    def sample(self) -> str:
        """Which of the samples it is of."""
        return self.counted

    def laid(self, folder: Path) -> Path:
        """The project alone, committed on the day that its distribution was uploaded."""
        archive, day = _unpacked(self)
        # Some projects know what the folder around them is called.
        root = folder / (PurePosixPath(self.folder).name or self.name)
        if self.files:
            root.mkdir()
            for name in self.files:
                source, target = archive / name, root / PurePosixPath(name).name
                shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
        else:
            shutil.copytree(archive / self.folder, root)
        for name in self.without:
            (root / name).unlink()
        for old, new in self.renamed:
            (root / old).rename(root / new)
        for path in root.rglob("*.template") if self.filled else ():
            _fill(path, self.filled)
        _cleaned(root)
        commit(root, day)
        return root

    def shown(self, port: int) -> str:
        """Streamlit draws its page only for who opens a socket."""
        if not self.is_streamlit:
            return super().shown(port)
        page = streamlit_page(port, WAIT)
        if page is None or page.failed or not page.text:
            raise BrokenError(
                f"the page shows an exception: {page.failed}" if page else "nothing speaks as Streamlit does"
            )
        return page.text

    def complaint(self, log: str) -> str:
        """A traceback behind a page that looks right."""
        _, found, rest = log.rpartition(_TRACEBACK)
        # The line of the exception is the first that is not indented.
        return next((line for line in rest.splitlines()[1:] if line[:1].strip()), _TRACEBACK) if found else ""


def corpus() -> list[Found]:
    """All of them, in the list's order."""
    return [_read(row) for row in tomllib.loads(LIST.read_text())["project"]]


def _read(row: dict[str, object]) -> Found:
    told = dict(row)
    pairs = {}
    for key, name in (("rename", "renamed"), ("fill", "filled")):
        table = told.pop(key, {})
        assert isinstance(table, dict)
        pairs[name] = tuple(table.items())
    names = {
        "from": "requirement",
        "sample": "counted",
        "wheel": "is_wheel",
        "streamlit": "is_streamlit",
        "job": "is_job",
        "worker": "is_worker",
    }
    values = {names.get(key, key): tuple(value) if isinstance(value, list) else value for key, value in told.items()}
    return Found(**pairs, **values)  # type: ignore[arg-type]


def _unpacked(project: Found) -> tuple[Path, date]:
    """The archive's folder, and the day of its upload; fetched once."""
    folder = ARCHIVES / project.requirement.replace("==", "-")
    dated = folder.with_name(f"{folder.name}.day")
    if not dated.exists():
        shutil.rmtree(folder, ignore_errors=True)
        dated.parent.mkdir(parents=True, exist_ok=True)
        dated.write_text(_fetch(project, folder).isoformat())
    return folder, date.fromisoformat(dated.read_text())


def _fetch(project: Found, folder: Path) -> date:
    uv = Uv(Clock.of(_PATIENCE))
    name = Requirement(project.requirement).name
    found = releases(uv, [Ask(name, project.requirement)])
    release = next(iter(found.values())) if isinstance(found, dict) else None
    if release is None or release.uploaded is None:
        raise BrokenError(f"the index does not know {project.requirement}")
    if project.is_wheel:
        if not uv.unpack([project.requirement], _PYTHON, folder):
            raise BrokenError(f"no wheel of {project.requirement} can be had")
        return release.uploaded
    data = fetched(release.sdist, _PATIENCE) if release.sdist else None
    if data is None:
        raise BrokenError(f"no source of {project.requirement} can be had")
    for path, content in _members(data):
        # The first folder is the archive's own name.
        parts = PurePosixPath(path.removeprefix("./")).parts[1:]
        if parts and ".." not in parts:
            target = folder.joinpath(*parts)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    return release.uploaded


def _members(data: bytes) -> Iterator[tuple[str, bytes]]:
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as zipped:
            yield from ((each.filename, zipped.read(each)) for each in zipped.infolist() if not each.is_dir())
        return
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:*") as packed:
        for member in packed:
            stream = packed.extractfile(member) if member.isfile() else None
            if stream:
                yield member.name, stream.read()


def _fill(path: Path, filled: tuple[tuple[str, str], ...]) -> None:
    text = path.read_bytes().decode("utf-8", "surrogateescape")
    for word, value in filled:
        text = text.replace(word, value)
    path.with_suffix("").write_bytes(text.encode("utf-8", "surrogateescape"))
    path.unlink()


def _cleaned(root: Path) -> None:
    for path in sorted(root.rglob("*"), reverse=True):
        if _NOT_THEIRS.fullmatch(path.name):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    settings = root / "setup.cfg"
    if settings.is_file():
        text = _EGG_INFO.sub("\n", f"\n{settings.read_text(errors='replace')}").strip()
        settings.write_text(f"{text}\n") if text else settings.unlink()
