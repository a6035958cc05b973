"""Read what a ``pyproject.toml`` declares under ``[project]`` and what tools add to it."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dockerize_ml.errors import ProjectError
from dockerize_ml.manifests.line_of import Lines
from dockerize_ml.manifests.names import canonical
from dockerize_ml.manifests.reference import git_url, local_path
from dockerize_ml.manifests.requirement import Requirement, Unusable
from dockerize_ml.manifests.requirement_line import Entry, read_requirement
from dockerize_ml.manifests.requirements_file import read_requirements_file
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project
from dockerize_ml.project.shape import below, mapping, sequence, text, texts
from dockerize_ml.project.toml_reading import read_toml

_NAME = "pyproject.toml"
# How PDM and Hatch write the project's own folder.
_ROOT = re.compile(r"file:///\$\{PROJECT_ROOT\}/|\{root:uri\}/")


@dataclass(frozen=True)
class PyprojectFile:
    """A ``pyproject.toml`` that was read, before anything is made of it."""

    project: Project
    path: str
    data: dict[str, object]
    lines: Lines
    includes: list[str] = field(default_factory=list)

    def standard_entries(self) -> Iterator[Entry]:
        """What ``[project]`` asks for, in ``dependencies``, in extras, or in files that it names."""
        own = canonical(text(below(self.data, "project", "name")))
        for entry in self._declared():
            if isinstance(entry, Unusable) or not own or entry.name != own:
                yield self._from_its_source(entry)

    def group_entries(self) -> Iterator[Entry]:
        """Dependency groups (PEP 735) and what uv, PDM and Hatch had before them."""
        groups = mapping(self.data.get("dependency-groups"))
        for group in groups:
            for entry in self._group(groups, group, ()):
                yield self._from_its_source(_grouped(entry, group))
        for section, group, declared in self._tool_groups():
            yield from self._texts(section, group, declared)

    def _declared(self) -> Iterator[Entry]:
        yield from self._texts("project", "", below(self.data, "project", "dependencies"), after="dependencies")
        yield from self._dynamic()
        for extra, declared in mapping(below(self.data, "project", "optional-dependencies")).items():
            yield from self._texts("project.optional-dependencies", extra, declared, after=extra)

    def _texts(self, section: str, group: str, declared: object, *, after: str = "") -> Iterator[Entry]:
        for requirement in texts(declared):
            at = Place(self.path, self.lines.of_text(section, requirement, after=after))
            folder = posixpath.dirname(self.path)
            local = _ROOT.sub("./", requirement.removeprefix("-e "))
            yield from (_grouped(entry, group) for entry in read_requirement(local, at, folder=folder))

    def _group(self, groups: dict[str, object], group: str, within: tuple[str, ...]) -> Iterator[Entry]:
        """One dependency group and those that it includes."""
        if group in within:
            return
        for declared in sequence(groups.get(group)):
            included = text(mapping(declared).get("include-group"))
            if included:
                yield from self._group(groups, included, (*within, group))
            yield from self._texts("dependency-groups", group, text(declared) or [], after=group)

    def _tool_groups(self) -> Iterator[tuple[str, str, object]]:
        yield "tool.uv", "dev", below(self.data, "tool", "uv", "dev-dependencies")
        for group, declared in mapping(below(self.data, "tool", "pdm", "dev-dependencies")).items():
            yield "tool.pdm.dev-dependencies", group, declared
        for name, environment in mapping(below(self.data, "tool", "hatch", "envs")).items():
            for key in ("dependencies", "extra-dependencies"):
                yield f"tool.hatch.envs.{name}", f"hatch.{name}", mapping(environment).get(key)

    def _dynamic(self) -> Iterator[Entry]:
        """Requirements files that setuptools or Hatch are told to read."""
        setuptools = mapping(below(self.data, "tool", "setuptools", "dynamic"))
        yield from self._files(below(setuptools, "dependencies", "file"), "")
        for extra, declared in mapping(setuptools.get("optional-dependencies")).items():
            yield from self._files(mapping(declared).get("file"), extra)
        hatch = mapping(below(self.data, "tool", "hatch", "metadata", "hooks", "requirements_txt"))
        yield from self._files(hatch.get("files", hatch.get("filename")), "")

    def _files(self, declared: object, group: str) -> Iterator[Entry]:
        for name in texts(declared):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), name))
            try:
                found = read_requirements_file(self.project, path)
            except ProjectError as trouble:
                yield Unusable(name, Place(self.path, self.lines.of_text("tool", name)), trouble.reason)
                continue
            self.includes.extend((path, *found.includes))
            yield from found.unusable
            yield from (_grouped(entry, group) for entry in found.requirements)

    def _from_its_source(self, entry: Entry) -> Entry:
        """The requirement with the address that ``[tool.uv.sources]`` gives it."""
        if isinstance(entry, Unusable):
            return entry
        sources = {**self._of_workspace(), **mapping(below(self.data, "tool", "uv", "sources"))}
        declared = next((value for name, value in sources.items() if canonical(name) == entry.name), None)
        table = mapping((sequence(declared) or [declared])[0])
        path = self._member(entry.name) if table.get("workspace") is True else local_path(table, self.path)
        url = git_url(table) or text(table.get("url")) or path
        if path:
            self.includes.append(path)
        return replace(entry, url=url, editable=bool(table.get("editable") or table.get("workspace"))) if url else entry

    def _of_workspace(self) -> dict[str, object]:
        """What the root of a workspace says for all of its members; paths are as seen from there."""
        if self.path == _NAME or not self.project.exists(_NAME):
            return {}
        tool = mapping(below(self._read(_NAME), "tool", "uv"))
        sources = mapping(tool.get("sources")) if tool.get("workspace") else {}
        return {name: value for name, value in sources.items() if not local_path(mapping(value), _NAME)}

    def _member(self, name: str) -> str:
        """The folder of the workspace's member of this name."""
        for path in self.project.files:
            folder, _, file = path.rpartition("/")
            called = text(below(self._read(path), "project", "name")) if file == _NAME and folder else ""
            if called and canonical(called) == name:
                return folder
        return ""

    def _read(self, path: str) -> dict[str, object]:
        """Another pyproject.toml; empty where it cannot be read."""
        try:
            return read_toml(self.project.text(path), shown=path)
        except ProjectError:
            return {}


def _grouped(entry: Entry, group: str) -> Entry:
    return replace(entry, group=group) if isinstance(entry, Requirement) and group else entry
