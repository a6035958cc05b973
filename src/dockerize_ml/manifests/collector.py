"""What ``setup.py`` and ``setup.cfg`` have in common: lists of requirements, given as texts or as files to read."""

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from dockerize_ml.errors import ProjectError
from dockerize_ml.manifests.found import Found
from dockerize_ml.manifests.requirement import Requirement, Unusable
from dockerize_ml.manifests.requirement_line import Entry, read_requirement
from dockerize_ml.manifests.requirements_file import read_requirements_file
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project


@dataclass
class Collector:
    """Gathers the requirements of one file, and the files that it reads."""

    project: Project
    path: str
    entries: list[Entry] = field(default_factory=list)
    includes: list[str] = field(default_factory=list)

    def add(self, found: Iterable[Found], group: str = "") -> None:
        """Take in a list; ``group`` is the extra that asks for it, perhaps with a marker (``dev:os_name=='nt'``)."""
        name, _, marker = group.partition(":")
        for one in found:
            for entry in self._read(one, marker.strip()):
                self.entries.append(replace(entry, group=name) if isinstance(entry, Requirement) else entry)

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        """What can be installed."""
        return tuple(entry for entry in self.entries if isinstance(entry, Requirement))

    @property
    def unusable(self) -> tuple[Unusable, ...]:
        """What cannot."""
        return tuple(entry for entry in self.entries if isinstance(entry, Unusable))

    def _read(self, found: Found, marker: str) -> Iterator[Entry]:
        if not found.is_file:
            text = f"{found.text} ; {marker}" if marker else found.text
            yield from read_requirement(text, Place(found.path or self.path, found.line))
            return
        path = self._meant(found.text)
        try:
            listed = read_requirements_file(self.project, path)
        except ProjectError as trouble:
            yield Unusable(found.text, Place(self.path, found.line), trouble.reason)
            return
        self.includes.extend((path, *listed.includes))
        yield from listed.unusable
        yield from listed.requirements

    def _meant(self, name: str) -> str:
        """The list's path: beside the file, or wherever the only one of this name lies, as folders may be computed."""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), name))
        if self.project.exists(path):
            return path
        others = [one for one in self.project.files if one.endswith(f"/{posixpath.basename(name)}")]
        return others[0] if len(others) == 1 else path
