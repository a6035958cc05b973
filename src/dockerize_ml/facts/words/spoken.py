"""Match the project's own words to the programs that were found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dockerize_ml.facts.words.code import code_commands
from dockerize_ml.facts.words.launch import Launch, launched
from dockerize_ml.facts.words.registry import spoken
from dockerize_ml.facts.words.word import Command, FileWord, PortWord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.source.graph import SourceGraph


# A command is written for a folder near the root.
_MOST_ROOTS = 300


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A file of the project that some words start.

    Attributes:
        file: the file, relative to the project's root.
        name: the object in it, or empty.
        root: the folder that a module's name was resolved from, else None.
        launch: what the command says beside.
        command: the command itself.
    """

    file: str
    name: str
    root: str | None
    launch: Launch
    command: Command


class Spoken:
    """The project's own words, resolved to its files."""

    def __init__(self, graph: SourceGraph) -> None:
        self._layout = graph.layout
        self._project = graph.project
        said = (*spoken(graph.project), *code_commands(graph))
        shallow = sorted(graph.layout.folders, key=lambda folder: (folder.count("/"), folder))
        self._shallow = tuple(shallow[:_MOST_ROOTS])
        self.files = tuple(word for word in said if isinstance(word, FileWord))
        self.ports = tuple(word for word in said if isinstance(word, PortWord))
        self.commands = tuple(word for word in said if isinstance(word, Command))
        self.mentioned = tuple(self._mentioned())

    def _mentioned(self) -> Iterator[Mentioned]:
        for command in self.commands:
            launch = launched(command)
            found = self._resolved(launch, command) if launch else None
            if launch is not None and found is not None:
                yield Mentioned(found[0], launch.name, found[1], launch, command)

    def _resolved(self, launch: Launch, command: Command) -> tuple[str, str | None] | None:
        if launch.path:
            file = self._file(launch.path, command.workdir)
            return None if file is None else (file, None)
        if launch.module:
            return self._module(launch, command)
        return None

    def _file(self, path: str, workdir: str) -> str | None:
        """A path as written from a folder; what a Dockerfile copied elsewhere is found by its end."""
        candidates = [path if workdir == "." else f"{workdir}/{path}", path]
        for candidate in candidates:
            for name in (candidate, f"{candidate.rstrip('/')}/__main__.py"):
                if self._project.exists(name):
                    return name
        ending = [file for file in self._project.files if file.endswith(f"/{path}")]
        return ending[0] if len(ending) == 1 else None

    def _module(self, launch: Launch, command: Command) -> tuple[str, str] | None:
        first = command.workdir if not launch.app_dir else _joined(command.workdir, launch.app_dir)
        for root in (first, ".", "src", *self._shallow):
            file = self._layout.module_file(root, launch.module)
            if file is not None and launch.tool == "python" and not file.endswith(".py"):
                file = self._main_of(file)
            elif file is not None and launch.tool == "python" and file.endswith("/__init__.py"):
                file = self._main_of(file.removesuffix("/__init__.py"))
            if file is not None and file.endswith(".py"):
                return file, root
        return None

    def _main_of(self, folder: str) -> str | None:
        main = f"{folder}/__main__.py"
        return main if self._project.exists(main) else None


def _joined(folder: str, inner: str) -> str:
    cleaned = inner.strip("./")
    if not cleaned or inner.startswith("/"):
        return cleaned or folder
    return cleaned if folder == "." else f"{folder}/{cleaned}"
