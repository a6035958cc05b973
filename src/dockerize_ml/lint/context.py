"""What a rule may ask about the file it looks at; everything is worked out once, when first asked."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dockerize_ml.dockerfile.image import ImageReference
from dockerize_ml.dockerfile.nodes import Span
from dockerize_ml.dockerfile.scope import Scope, walk_scopes
from dockerize_ml.lint.mount import Mount, mounts
from dockerize_ml.lint.pragmas import Pragmas
from dockerize_ml.lint.state import DEFAULT_SHELL, State, states

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dockerize_ml.dockerfile.ignore import Ignore
    from dockerize_ml.dockerfile.nodes import Dockerfile, Instruction, Stage
    from dockerize_ml.dockerfile.shell.nodes import Command, Script
    from dockerize_ml.lint.settings import Settings
    from dockerize_ml.lint.suppression import Unused


class Context:
    """A parsed Dockerfile and the answers to what rules ask about it.

    Attributes:
        file: the parsed Dockerfile.
        settings: what the user wants.
        name: the file's name as the user knows it.
        pragmas: what the comments say to the linter.
        project: the build context, where the user has named it.
        looked_around: whether a rule asked for the folder.
        unused: the names in pragmas that silenced nothing; known to rules with ``on="end"`` only.
    """

    def __init__(  # noqa: PLR0913 - a text and all that surrounds it
        self,
        file: Dockerfile,
        settings: Settings,
        *,
        name: str = "Dockerfile",
        folder: Path | None = None,
        project: Path | None = None,
        pragmas: Pragmas | None = None,
    ) -> None:
        self.file = file
        self.settings = settings
        self.name = name
        self._folder = folder
        self.project = project
        self.looked_around = False
        self.pragmas = pragmas or Pragmas()
        self.unused: tuple[Unused, ...] = ()
        self._scripts: dict[int, Script] = {}
        self._mounts: dict[int, tuple[Mount, ...]] = {}

    def line_of(self, span: Span) -> Span:
        """The whole line that ``span`` begins on, its newline included; for fixes that remove it."""
        text = self.file.text
        end = text.find("\n", span.start)
        return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end + 1)

    @property
    def folder(self) -> Path | None:
        """The build context, where it is known; most rules must do without.

        What is found there may change while the Dockerfile does not, so whoever asks makes the findings short-lived.
        """
        self.looked_around = True
        return self._folder

    @cached_property
    def own_arguments(self) -> frozenset[str]:
        """What the file declares with ARG and never sets with ENV, and so means as an argument of its own."""
        names: dict[str, set[str]] = {"ARG": set(), "ENV": set()}
        for instruction in self.file.instructions:
            if instruction.keyword in names:
                names[instruction.keyword].update(pair.key.text for pair in instruction.pairs)
        return frozenset(names["ARG"] - names["ENV"])

    @cached_property
    def ignore(self) -> Ignore | None:
        """The ignore file that a build of this file would heed, or None where there is none."""
        from dockerize_ml.dockerfile.ignore import Ignore  # noqa: PLC0415 - few rules ask, and few folders have one
        from dockerize_ml.lint.ignore_file import ignore_text  # noqa: PLC0415 - as above

        text = ignore_text(self.name, self.project or self._folder)
        return None if text is None else Ignore.parse(text)

    # Stages

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages in order."""
        return self.file.stages

    @property
    def last(self) -> Stage | None:
        """The stage that a plain build ends with."""
        return self.stages[-1] if self.stages else None

    def stage(self, instruction: Instruction) -> Stage | None:
        """The stage that an instruction belongs to, or None before the first FROM."""
        return self.stages[instruction.stage] if instruction.stage >= 0 else None

    def ancestry(self, stage: Stage) -> Iterator[Stage]:
        """The stage itself, then the earlier stages that it starts from, nearest first."""
        current: Stage | None = stage
        while current is not None:
            yield current
            current = None if current.parent is None else self.stages[current.parent]

    def earlier_stage(self, name: str, index: int) -> bool:
        """Whether a stage before number ``index`` has that name, or that number."""
        first = self._first_with_name.get(name.lower())
        return (first is not None and first < index) or (name.isdecimal() and int(name[:9]) < index)

    @cached_property
    def shipped(self) -> frozenset[int]:
        """The stages whose layers are in the image of a plain build: the last one and its ancestry."""
        return frozenset() if self.last is None else frozenset(stage.index for stage in self.ancestry(self.last))

    @cached_property
    def bases(self) -> frozenset[int]:
        """The stages that a later FROM starts from."""
        return frozenset(stage.parent for stage in self.stages if stage.parent is not None)

    @cached_property
    def copied_from(self) -> frozenset[int]:
        """The stages that a later COPY or mount takes files from."""
        found = set()
        for instruction in self.file.instructions:
            for source in self._sources(instruction):
                index = int(source[:9]) if source.isdecimal() else self._first_with_name.get(source)
                if index is not None and index < instruction.stage:
                    found.add(index)
        return frozenset(found)

    def _sources(self, instruction: Instruction) -> Iterator[str]:
        if instruction.keyword == "COPY":
            yield (instruction.flag("from") or "").lower()
        if instruction.keyword == "RUN" and instruction.flags:
            yield from ((mount.source_image or "").lower() for mount in self.mounts(instruction))

    def is_kept(self, instruction: Instruction) -> bool:
        """Whether layers of the instruction's stage end up in an image: it is the last, or a later FROM uses it."""
        return instruction.stage == len(self.stages) - 1 or instruction.stage in self.bases

    def up_to(self, instruction: Instruction) -> Iterator[Instruction]:
        """What was carried out before ``instruction`` in its stage and those it starts from, latest first."""
        stage = self.stage(instruction)
        if stage is None:
            return
        for earlier in self.ancestry(stage):
            for other in reversed(earlier.instructions):
                if other.extent.start < instruction.extent.start:
                    yield other

    # What holds at an instruction

    def state(self, instruction: Instruction) -> State:
        """The shell, the user and the working directory just before the instruction, as far as this file says."""
        return self._states[0].get(instruction.extent.start, _NOTHING)

    def scope(self, instruction: Instruction) -> Scope:
        """The variables that the instruction sees: ARG and ENV of its stage and those it starts from."""
        return self._scopes[instruction.extent.start]

    def env(self, instruction: Instruction, name: str) -> str | None:
        """What ENV has set ``name`` to at the instruction, in its stage or one it starts from; None if nothing has."""
        variable = self.scope(instruction).find(name)
        return variable.value if variable is not None and variable.kind == "env" else None

    def image(self, stage: Stage) -> ImageReference:
        """The image a stage starts from, taken apart as it is written."""
        return ImageReference.parse(stage.image.value)

    def state_after(self, stage: Stage) -> State:
        """The same at the end of a stage."""
        return self._states[1][stage.index]

    def mounts(self, instruction: Instruction) -> tuple[Mount, ...]:
        """What a RUN mounts."""
        key = instruction.extent.start
        if key not in self._mounts:
            self._mounts[key] = tuple(mounts(instruction))
        return self._mounts[key]

    def is_mounted(self, instruction: Instruction, *paths: str) -> bool:
        """Whether every one of ``paths`` lies in a cache or tmpfs mount of the RUN, and so in no layer."""
        return all(any(mount.holds(path) for mount in self.mounts(instruction)) for path in paths)

    # Shell

    def script(self, instruction: Instruction) -> Script:
        """What a RUN, CMD, ENTRYPOINT or HEALTHCHECK runs, read as the shell in force reads it."""
        key = instruction.extent.start
        if key not in self._scripts:
            from dockerize_ml.dockerfile.shell import read_script  # noqa: PLC0415 - tree-sitter is slow to load

            self._scripts[key] = read_script(instruction, self.state(instruction).shell)
        return self._scripts[key]

    def commands(self, instruction: Instruction, *names: str) -> tuple[Command, ...]:
        """The commands an instruction runs, in order; only those of these names if any are given.

        Names have no folder (``/opt/venv/bin/pip`` is ``pip``). Commands that others run are among them: of
        ``sudo apt-get update`` both ``sudo`` and ``apt-get``.
        """
        script = self.script(instruction)
        return script.named(*names) if names else script.commands

    @cached_property
    def _states(self) -> tuple[dict[int, State], tuple[State, ...]]:
        return states(self.file, self.pragmas.shells)

    @cached_property
    def _first_with_name(self) -> dict[str, int]:
        return {stage.name.lower(): stage.index for stage in reversed(self.stages) if stage.name}

    @cached_property
    def _scopes(self) -> dict[int, Scope]:
        walk = walk_scopes(self.file, triggers=True)
        return {instruction.extent.start: scope for instruction, scope in walk}


_NOTHING = State(shell=DEFAULT_SHELL)
