"""Read a requirements file and everything that it includes, as pip does."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from dockerize_ml.errors import ProjectError
from dockerize_ml.manifests.address import OUTSIDE
from dockerize_ml.manifests.names import canonical
from dockerize_ml.manifests.requirement import Requirement, Unusable
from dockerize_ml.manifests.requirement_line import Entry, read_requirement
from dockerize_ml.project.masking import masked
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project

_DEEPEST = 20
_MOST_LINES = 100_000
_LONGEST_LINE = 10_000
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$")
_OPTION = re.compile(r"(?P<name>--[a-z][a-z-]*|-[a-zA-Z])(?:=|[ \t]*)(?P<value>.*)", re.DOTALL)
_OPTIONS_BEHIND = re.compile(r"(?P<name>-f|-i|--find-links|--(?:extra-)?index-url)(?:=|[ \t]+)(?P<value>\S+)")
# ``- flask``: a list as Markdown and YAML have it.
_BULLET = re.compile(r"-\s+(?!-)")
_HASH = re.compile(r"--hash[= ]\s*(\S+)")

_LONG = {
    "-r": "--requirement",
    "-c": "--constraint",
    "-e": "--editable",
    "-i": "--index-url",
    "-f": "--find-links",
    "--pypi-url": "--index-url",
}
_FLAGS = frozenset({"--pre", "--no-index", "--prefer-binary", "--require-hashes"})
_VALUES = frozenset(
    {
        "--index-url",
        "--extra-index-url",
        "--find-links",
        "--trusted-host",
        "--no-binary",
        "--only-binary",
        "--use-feature",
    },
)


class Line(NamedTuple):
    """A line of a requirements file with its continuations joined and its comment taken away."""

    number: int
    text: str


_BUILD_FILES = ("pyproject.toml", "setup.cfg", "setup.py")
_NAME = re.compile(r"^\s*(?:setup\(\s*)?name\s*=\s*[\"']?(?P<name>[A-Za-z0-9][\w.-]*)", re.MULTILINE)


@dataclass
class RequirementsFile:
    """What a requirements file and its includes say.

    Attributes:
        entries: requirements and unusable lines, those of included files at the place of the include.
        constraints: what ``-c`` files bind.
        includes: the files read beside the first one, and local packages.
        options: the installer's options in force.
    """

    entries: list[Entry] = field(default_factory=list)
    constraints: list[Requirement] = field(default_factory=list)
    includes: list[str] = field(default_factory=list)
    options: list[tuple[str, str]] = field(default_factory=list)

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        """What is asked for, each with the version that a constraints file binds it to."""
        bound = {constraint.name: constraint.specifier for constraint in self.constraints if constraint.specifier}
        return tuple(_bound(entry, bound) for entry in self._settled() if isinstance(entry, Requirement))

    @property
    def unusable(self) -> tuple[Unusable, ...]:
        """The lines that cannot be installed."""
        return tuple(entry for entry in self._settled() if isinstance(entry, Unusable))

    def _settled(self) -> Iterator[Entry]:
        """The entries, of two that pin different versions of the same the last one, which the author wrote later."""
        last = {entry.name: entry for entry in self.entries if isinstance(entry, Requirement) and _is_pin(entry)}
        for entry in self.entries:
            if isinstance(entry, Unusable) or not _is_pin(entry) or last[entry.name].specifier == entry.specifier:
                yield entry
                continue
            rival = last[entry.name]
            reason = f"{rival.at} asks for `{rival.name}{rival.specifier}`; pip refuses both together."
            yield Unusable(f"{entry.name}{entry.specifier}", entry.at, reason)


def read_requirements_file(project: Project, path: str) -> RequirementsFile:
    """Read a requirements file and what it includes; only files of the project are followed.

    Raises:
        ProjectError: the file itself cannot be read.
    """
    return read_requirement_lines(project, path, logical_lines(project.text(path)))


def read_requirement_lines(project: Project, path: str, lines: Iterable[Line]) -> RequirementsFile:
    """Read lines that mean what they would in a requirements file, though they stand in another one."""
    found = RequirementsFile()
    _Chain(project, found).read(path, lines, 0, is_constraint=False)
    return found


def logical_lines(text: str) -> Iterator[Line]:
    """The lines of a requirements file as pip joins them; no requirement is as long as those that are cut."""
    pending: list[str] = []
    first = 0
    for number, whole in enumerate(text.split("\n")[:_MOST_LINES], 1):
        line = whole[:_LONGEST_LINE]
        is_comment = _COMMENT.match(line) is not None
        first = first or number
        if line.endswith("\\") and not is_comment:
            pending.append(line.rstrip("\\"))
            continue
        # A comment ends a continuation but must not become part of the word before it.
        pending.append(f" {line}" if is_comment else line)
        yield from _joined(first, pending)
        pending, first = [], 0
    yield from _joined(first, pending)


def _joined(number: int, parts: list[str]) -> Iterator[Line]:
    text = _COMMENT.sub("", "".join(parts)).strip()
    if text:
        yield Line(number, text)


class _Chain:
    """Follows ``-r`` and ``-c`` from file to file."""

    def __init__(self, project: Project, found: RequirementsFile) -> None:
        self._project = project
        self._found = found
        self._seen: set[tuple[str, bool]] = set()

    def read(self, path: str, lines: Iterable[Line], depth: int, *, is_constraint: bool) -> None:
        self._seen.add((path, is_constraint))
        for line in lines:
            for entry in self._entries(line, path, depth, is_constraint=is_constraint):
                self._take(entry, is_constraint=is_constraint)

    def _take(self, entry: Entry, *, is_constraint: bool) -> None:
        if not is_constraint:
            self._found.entries.append(entry)
        elif isinstance(entry, Requirement):
            self._found.constraints.append(entry)

    def _entries(self, line: Line, path: str, depth: int, *, is_constraint: bool) -> Iterator[Entry]:
        at = Place(path, line.number)
        if len(line.text) >= _LONGEST_LINE and "--hash" not in line.text:
            yield Unusable(f"{line.text[:40]}…", at, "The line is too long for a requirement.")
            return
        if not line.text.startswith("-") or _BULLET.match(line.text):
            yield from self._requirement(line.text, at)
            return
        option = _OPTION.fullmatch(line.text)
        name = _LONG.get(option["name"], option["name"]) if option else ""
        value = option["value"].strip().strip("\"'") if option else ""
        match name:
            case "--requirement" | "--constraint":
                for entry in self._include(value, at, depth, is_constraint=is_constraint or name == "--constraint"):
                    yield replace(entry, text=masked(line.text))
            case "--editable":
                yield from (self._editable(entry, line) for entry in self._requirement(value, at))
            case _ if name in _FLAGS or name in _VALUES:
                self._found.options.append((name, masked(value)))
                self._found.includes.extend(self._folder(value) if name == "--find-links" else ())
            case _:
                yield Unusable(masked(line.text), at, "pip does not know this option inside a requirements file.")

    def _requirement(self, text: str, at: Place) -> Iterator[Entry]:
        requirement, options = _split_options(text)
        for option in _OPTIONS_BEHIND.finditer(options):
            # pip passes over them without a word; whoever wrote them meant them.
            self._found.options.append((_LONG.get(option["name"], option["name"]), masked(option["value"])))
        for entry in read_requirement(requirement, at, hashes=tuple(_HASH.findall(options))):
            yield self._local(entry, at) if isinstance(entry, Requirement) and _is_path(entry) else entry

    def _editable(self, entry: Entry, line: Line) -> Entry:
        """What is installed in place; a freeze writes the project itself so, by where its repository is."""
        if not isinstance(entry, Requirement):
            return entry
        if entry.url.startswith("git+") and entry.name and entry.name == self._own_name():
            return Unusable(masked(line.text), entry.at, "It is this project itself, whose files are here.")
        return replace(entry, editable=True)

    def _own_name(self) -> str:
        """What the project calls itself as a distribution; empty where it does not."""
        for path in filter(self._project.exists, _BUILD_FILES):
            with suppress(ProjectError):
                if found := _NAME.search(self._project.text(path)):
                    return canonical(found["name"])
        return ""

    def _local(self, requirement: Requirement, at: Place) -> Entry:
        """A path starts where pip is started: in the root, or else the author meant beside the file."""
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(at.path), requirement.url))
        for path in (requirement.url, beside):
            if self._project.exists(path) or path in self._project.folders:
                self._found.includes.append(path)
                return replace(requirement, url=path)
        return Unusable(requirement.url, at, f"`{requirement.url}` is not in the project.", requirement.name)

    def _folder(self, value: str) -> Iterator[str]:
        """The folder of wheels that ``--find-links`` names, where it is the project's."""
        path = posixpath.normpath(value)
        if path in self._project.folders and path != ".":
            yield path

    def _include(self, value: str, at: Place, depth: int, *, is_constraint: bool) -> Iterator[Unusable]:
        if "://" in value:
            yield Unusable(masked(value), at, "The list lies on another machine and was not read.")
            return
        path = posixpath.normpath(posixpath.join(posixpath.dirname(at.path), value.replace("\\", "/")))
        if (path, is_constraint) in self._seen:
            return
        if depth >= _DEEPEST:
            yield Unusable(masked(value), at, f"Lists include each other more than {_DEEPEST} deep.")
            return
        if path.startswith(("..", "/")):
            yield Unusable(masked(value), at, OUTSIDE)
            return
        try:
            text = self._project.text(path)
        except ProjectError as trouble:
            yield Unusable(masked(value), at, trouble.reason)
            return
        self._found.includes.append(path)
        self.read(path, logical_lines(text), depth + 1, is_constraint=is_constraint)


def _split_options(text: str) -> tuple[str, str]:
    """A requirement and the options behind it, which begin with the first word that has a hyphen in front."""
    words = text.split(" ")
    end = next((index for index, word in enumerate(words) if index and word.startswith("-")), len(words))
    return " ".join(words[:end]).strip(), " ".join(words[end:]).strip()


def _is_pin(requirement: Requirement) -> bool:
    return requirement.specifier.startswith("==") and not requirement.marker and not requirement.url


def _is_path(requirement: Requirement) -> bool:
    return bool(requirement.url) and ":" not in requirement.url


def _bound(requirement: Requirement, bound: dict[str, str]) -> Requirement:
    if requirement.specifier or requirement.url or requirement.name not in bound:
        return requirement
    return replace(requirement, specifier=bound[requirement.name])
