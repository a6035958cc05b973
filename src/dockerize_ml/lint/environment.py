"""The values that ENV sets, found by name and place without walking the file again."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dockerize_ml.dockerfile.nodes import Stage


class Environment:
    """What the ENV instructions of one stage set; ``parent`` is that of the stage it starts from."""

    def __init__(self, stage: Stage, parent: Environment | None) -> None:
        self.parent = parent
        self._values: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for instruction in stage.instructions:
            if instruction.keyword != "ENV":
                continue
            for pair in instruction.pairs:
                value = "" if pair.value is None else pair.value.value
                self._values[pair.key.value].append((instruction.extent.start, value))

    def value(self, name: str, before: int) -> str | None:
        """What ``name`` is set to at the offset ``before``, as written; None where no ENV sets it."""
        settings = self._values.get(name, [])
        index = bisect_left(settings, (before,))
        if index:
            return settings[index - 1][1]
        return None if self.parent is None else self.parent.value(name, before)


def environments(stages: Iterable[Stage]) -> tuple[Environment, ...]:
    """One for each stage."""
    found: list[Environment] = []
    for stage in stages:
        found.append(Environment(stage, None if stage.parent is None else found[stage.parent]))
    return tuple(found)
