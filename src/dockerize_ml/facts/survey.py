"""What detectors may look at: the project, its manifests, its source and the program that was chosen."""

from __future__ import annotations

import re
from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.made import Made, MadeThings, framework_name
from dockerize_ml.facts.finding.mounted import mounted
from dockerize_ml.facts.finding.plain import Plain, PlainThings
from dockerize_ml.facts.finding.running import Running
from dockerize_ml.facts.finding.site_settings import other_settings
from dockerize_ml.facts.finding.starts import FUNCTIONS, Start, Starts
from dockerize_ml.facts.model import Evidence
from dockerize_ml.facts.source.aside import why_aside
from dockerize_ml.facts.source.constants import Folder
from dockerize_ml.facts.source.graph import SourceGraph
from dockerize_ml.facts.source.resolve import Resolver
from dockerize_ml.facts.words.reading import lines_of, text_of
from dockerize_ml.facts.words.spoken import Spoken
from dockerize_ml.knowledge.frameworks import constructors, frameworks
from dockerize_ml.knowledge.imports import imports_of, named_modules
from dockerize_ml.knowledge.named_modules import is_loaded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from dockerize_ml.facts.outside import Companion, Maker
    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.source.values import Instance
    from dockerize_ml.manifests.requirement import Manifest, Requirement
    from dockerize_ml.project.place import Place
    from dockerize_ml.project.project import Project

_WORD = re.compile(r"[A-Za-z_]\w*")
_SITE_STARTS = frozenset({"manage", "wsgi", "asgi"})


class Survey:
    """One look at one project; everything derived is computed once, when first asked for.

    Attributes:
        project: the files.
        manifests: every dependency file that could be read, best first.
        manifest: the one that the image is built from, or None.
        programs: what can be started, best first; empty while the frameworks' finders run.
        is_picked: whether the user named the first of them.
        makers: the scripts that make what it opens and the folder does not hold; empty until they are looked for.
        companions: what is started beside it; empty until then, too.
    """

    def __init__(
        self,
        project: Project,
        manifests: tuple[Manifest, ...] = (),
        manifest: Manifest | None = None,
    ) -> None:
        self.project = project
        self.manifests = manifests
        self.manifest = manifest
        self.programs: tuple[Program, ...] = ()
        self.is_picked = False
        self.makers: tuple[Maker, ...] = ()
        self.companions: tuple[Companion, ...] = ()

    def about(
        self,
        programs: tuple[Program, ...],
        makers: tuple[Maker, ...] = (),
        companions: tuple[Companion, ...] = (),
    ) -> Survey:
        """The same look at the project, with other programs and what has to run before the first, and beside it."""
        other = copy(self)
        for derived in ("own_files", "program_files", "needed_files", "external_imports"):
            vars(other).pop(derived, None)
        other.programs, other.makers, other.companions = programs, makers, companions
        return other

    @property
    def program(self) -> Program | None:
        """The program that the image is for."""
        return self.programs[0] if self.programs else None

    @property
    def requirements(self) -> Mapping[str, Requirement]:
        """What the chosen manifest asks for, by normalised name; what is always needed goes before what groups add."""
        if self.manifest is None:
            return {}
        ordered = sorted(self.manifest.requirements, key=lambda requirement: requirement.group != "", reverse=True)
        return {requirement.name: requirement for requirement in ordered}

    @cached_property
    def source(self) -> SourceGraph:
        """The import graph of the project's own modules."""
        foreign = {name.partition(".")[0] for known in frameworks() for name in known.imports}
        return SourceGraph(self.project, foreign, usual=named_modules() | self._required_modules)

    @property
    def _required_modules(self) -> frozenset[str]:
        """The top-level names of what a list of the project's own requires from an index."""
        lists = (one for one in self.manifests if one.format != "imports")
        required = {each.name for one in lists for each in one.requirements if each.name and not each.url}
        return frozenset(module.partition(".")[0] for name in required for module in imports_of(name))

    @cached_property
    def resolver(self) -> Resolver:
        """Follows names through the source."""
        return Resolver(self.source, constructors() | FUNCTIONS.keys())

    @cached_property
    def folder(self) -> Folder:
        """Works out constants in the source."""
        return Folder(self.resolver)

    @cached_property
    def made(self) -> tuple[Made, ...]:
        """Every name of a module that stands for a framework's object or factory."""
        return MadeThings(self.resolver).all

    @cached_property
    def starts(self) -> tuple[Start, ...]:
        """Every call that starts a server or application."""
        return Starts(self.resolver, self.folder, {made.path for made in self.made}).all

    @cached_property
    def plain(self) -> tuple[Plain, ...]:
        """Every name of a module that a server can serve though no framework made it."""
        return PlainThings(self.resolver, self.starts).all

    @cached_property
    def mounted(self) -> frozenset[int]:
        """The identities of the calls that made applications which others mount."""
        return mounted(self)

    @cached_property
    def starting(self) -> Mapping[str, tuple[Start, ...]]:
        """For each file the starting calls that run when it is started."""
        found: dict[str, list[Start]] = {}
        for start in self.starts:
            for path in self.running.starters(start.at.path, start.functions):
                found.setdefault(path, []).append(start)
        return {path: tuple(starts) for path, starts in found.items()}

    def started_from(self, path: str) -> frozenset[str]:
        """The files whose applications are started when a file is run."""
        calls = {id(start.instance.call) for start in self.starting.get(path, ()) if start.instance is not None}
        files = {made.path for made in self.made if id(made.instance.call) in calls}
        for start in self.starting.get(path, ()):
            located = self.source.layout.locate(start.at.path, 0, start.reference.partition(":")[0])
            if start.reference and located is not None:
                files.add(located.path)
        return frozenset(files)

    @cached_property
    def manifest_folders(self) -> frozenset[str]:
        """The folders that have a dependency file of their own."""
        return frozenset(manifest.path.rpartition("/")[0] or "." for manifest in self.manifests)

    def declared_around(self, path: str) -> frozenset[str]:
        """The distributions that the manifests around a file ask for; those of all where none is around."""
        near = [one for one in self.manifests if _is_around(one.path.rpartition("/")[0], path)] or self.manifests
        return frozenset(requirement.name for one in near for requirement in one.requirements)

    @cached_property
    def running(self) -> Running:
        """Knows which code runs when a file is started."""
        return Running(self.source)

    @cached_property
    def spoken(self) -> Spoken:
        """The project's own words on how it is started."""
        return Spoken(self.source)

    def framework_of(self, instance: Instance) -> str | None:
        """The framework whose constructor made an object."""
        return framework_name(instance)

    @cached_property
    def own_files(self) -> tuple[str, ...]:
        """The Python files that the chosen program consists of: its own and all that it imports; else every file."""
        return self._files_of_program(self.source.reachable)

    @cached_property
    def program_files(self) -> tuple[str, ...]:
        """Those and the files of what has to run before it can, as the image is built, and of what runs beside it."""
        return tuple(dict.fromkeys((*self.own_files, *self._of_others(self.source.reachable))))

    @cached_property
    def needed_files(self) -> tuple[str, ...]:
        """Those of the program's files that it cannot start without."""
        return tuple(dict.fromkeys((*self._needed_by_program(), *self._of_others(self.source.needed))))

    def _of_others(self, followed: Callable[[str], tuple[str, ...]]) -> Iterator[str]:
        others = (*(each.file for each in self.makers), *(each.file for each in self.companions))
        return (path for other in others for path in followed(other))

    def _needed_by_program(self) -> tuple[str, ...]:
        found = self._files_of_program(self.source.needed)
        if self.program is None or self.program.framework != "django":
            return found
        named = self._named_in_settings(found)
        loaded = (self.program.file, *(path for path in found if is_loaded(path, "django") or _stem(path) in named))
        needed = dict.fromkeys(inner for path in loaded for inner in self.source.needed(path))
        return tuple(path for path in found if path in needed)

    def _named_in_settings(self, files: Iterable[str]) -> frozenset[str]:
        """The words of a site's settings, whatever they are called: they name what Django imports besides, as text."""
        starts = self._words(path for path in files if _stem(path) in _SITE_STARTS)
        settings = (path for path in files if "settings" in path or "conf" in path or _stem(path) in starts)
        return starts | self._words(settings)

    def _words(self, files: Iterable[str]) -> frozenset[str]:
        return frozenset(word for path in files for word in _WORD.findall(self.source.text(path)))

    def _files_of_program(self, followed: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
        every = tuple(path for path in self.source.program_files if why_aside(path) != "a test")
        found = followed(self.program.file) if self.program else ()
        if self.program is None or not found:
            return every or self.source.program_files
        if self.program.framework != "django":
            return found
        # Django loads settings, URLs and apps by their names, which no import statement tells.
        below = "" if self.program.workdir == "." else f"{self.program.workdir}/"
        others = other_settings(self)
        near = (path for path in every if path.startswith(below) and path not in others)
        return tuple(dict.fromkeys((*found, *near)))

    @cached_property
    def external_imports(self) -> Mapping[str, Place]:
        """Top-level names of other distributions that the program's files import, each with the first place."""
        return self.source.external_imports(self.program_files)

    def text(self, path: str) -> str:
        """A file's text, empty where it cannot be read."""
        return text_of(self.project, path)

    def quote(self, place: Place, limit: int = 120) -> Evidence:
        """Evidence that quotes the line at ``place``."""
        line = ""
        if place.line is not None:
            lines = lines_of(self.project, place.path)
            line = lines[place.line - 1].strip() if place.line <= len(lines) else ""
        return Evidence(
            path=place.path, line=place.line, reason=line if len(line) <= limit else f"{line[: limit - 1]}…"
        )


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".py")


def _is_around(folder: str, path: str) -> bool:
    return not folder or path.startswith(f"{folder}/")
