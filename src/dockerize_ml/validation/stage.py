"""A stage as the image that comes out of it: its steps from the first parent on, its folder and its variables."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from posixpath import join, normpath

from dockerize_ml.dockerfile.expand import expand
from dockerize_ml.dockerfile.image import ImageReference
from dockerize_ml.dockerfile.nodes import Dockerfile, Instruction, Stage
from dockerize_ml.dockerfile.scope import Scope, walk_scopes
from dockerize_ml.knowledge.images import BaseImage, base_image


@dataclass(frozen=True, slots=True)
class Step:
    """One instruction, the folder it is carried out in (None where the file does not tell), and its variables."""

    instruction: Instruction
    folder: str | None
    scope: Scope
    escape: str

    def expanded(self, text: str) -> str | None:
        """A word with its variables replaced; None where one of them is not known."""
        told = expand(text, self.scope, self.escape)
        return None if "$" in told else told

    def absolute(self, path: str) -> str | None:
        """A path of the image as seen from the step's folder."""
        told = self.expanded(path)
        if told is None or (self.folder is None and not told.startswith("/")):
            return None
        return normpath(join(self.folder or "/", told))


@dataclass(frozen=True)
class StageView:
    """One stage of a Dockerfile with those it stands on."""

    dockerfile: Dockerfile
    index: int

    @classmethod
    def last(cls, dockerfile: Dockerfile) -> "StageView | None":
        """The stage that a plain build ends with, or None in a file without any."""
        return cls(dockerfile, len(dockerfile.stages) - 1) if dockerfile.stages else None

    def named(self, name: str) -> "StageView | None":
        """An earlier stage by its name or number."""
        for stage in self.dockerfile.stages[: self.index]:
            if name == str(stage.index) or name.lower() == (stage.name or "").lower() != "":
                return StageView(self.dockerfile, stage.index)
        return None

    @cached_property
    def lineage(self) -> tuple[Stage, ...]:
        """The stages it stands on, the outermost first, and itself."""
        found = [self.dockerfile.stages[self.index]]
        while found[0].parent is not None:
            found.insert(0, self.dockerfile.stages[found[0].parent])
        return tuple(found)

    @property
    def base(self) -> ImageReference:
        """The image from outside that it all starts from."""
        return ImageReference.parse(self.lineage[0].base)

    @property
    def known_base(self) -> BaseImage | None:
        """What is known of that image."""
        return base_image(self.base.name, self.base.tag or "")

    @property
    def brings_packages(self) -> bool:
        """Whether the base image may have Python packages of its own."""
        return self.known_base is None or not self.known_base.is_bare

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Every step in order."""
        return tuple(self._walk())

    @property
    def folder(self) -> str | None:
        """The folder that the container starts in."""
        return self._folder_after(self.steps[-1]) if self.steps else self._first_folder()

    @property
    def variables(self) -> dict[str, str]:
        """What ENV sets, as far as the file tells."""
        found: dict[str, str] = {}
        for step in self.steps:
            if step.instruction.keyword == "ENV":
                for pair in step.instruction.pairs:
                    value = step.expanded(pair.value.value) if pair.value else None
                    found[pair.key.value] = "$" if value is None else value
        return found

    @property
    def exposed(self) -> tuple[int | None, ...]:
        """The ports that EXPOSE names; None for those that a variable decides."""
        words = [
            step.expanded(word.value)
            for step in self.steps
            if step.instruction.keyword == "EXPOSE"
            for word in step.instruction.words
        ]
        numbers = [word.partition("/")[0] if word else "" for word in words]
        return tuple(int(number) if number.isdecimal() else None for number in numbers)

    def latest(self, keyword: str) -> Step | None:
        """The last step of that kind."""
        return next((step for step in reversed(self.steps) if step.instruction.keyword == keyword), None)

    def _walk(self) -> Iterator[Step]:
        scopes = {id(instruction): scope for instruction, scope in walk_scopes(self.dockerfile)}
        folder = self._first_folder()
        for stage in self.lineage:
            for instruction in stage.instructions:
                step = Step(instruction, folder, scopes[id(instruction)], self.dockerfile.escape)
                yield step
                folder = self._folder_after(step)

    def _first_folder(self) -> str | None:
        known = self.known_base
        if self.base.name == "scratch":
            return "/"
        return (known.workdir or "/") if known else None

    def _folder_after(self, step: Step) -> str | None:
        if step.instruction.keyword != "WORKDIR" or not step.instruction.words:
            return step.folder
        return step.absolute(step.instruction.words[0].value)
