"""What went wrong in an attempt, and how far it had come by then."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from dockerize_ml.engine.last_words import TRACEBACK
from dockerize_ml.knowledge.build_failures import When
from dockerize_ml.plan.installers.registry import SOURCE

# Before Python 3.9 the file that is run is called as it was on the command line.
_FRAME = re.compile(rf'^.*File "(?:{SOURCE}/)?(?P<path>[^"/<][^"]*)", line (?P<line>\d+)', re.MULTILINE)


class Reach(NamedTuple):
    """How far an image came: built, started, answering; and in that stage how far down its files.

    Who answers where nobody asks has come further than who does not answer; then who answers that something failed, and
    who answers well and only complains in the log.
    """

    stage: int
    lines: tuple[int, ...] = ()


BUILDING, STARTING, UNOFFERED, FAILING, COMPLAINING, ANSWERING = range(6)


@dataclass(frozen=True, slots=True)
class Trouble:
    """An attempt that failed.

    Attributes:
        when: whether it was being built or started.
        reason: the last word of the log, or what was waited for in vain.
        log: all of it.
        reach: how far it had come.
        missing: shared libraries that the image does not have, and a file that asks for each.
    """

    when: When
    reason: str
    log: str
    reach: Reach
    missing: dict[str, str] = field(default_factory=dict)

    def is_behind(self, other: "Trouble") -> bool:
        """Whether the other one got further: into a later stage, or further down the program."""
        return self.reach < other.reach

    def is_level_with(self, other: "Trouble") -> bool:
        """Whether both came equally far, but over something else.

        A call or an import that broke within another file and now breaks in its own line may have got through that.
        """
        theirs = other.reach.lines
        is_same_way = bool(theirs) and self.reach.lines[: len(theirs)] == theirs
        is_level = self.reach == other.reach or (self.reach.stage == other.reach.stage and is_same_way)
        return is_level and self.reason != other.reason


def lines_reached(log: str) -> tuple[int, ...]:
    """The lines of the project's own files on the way to where it broke: ``app.py:3``, ``utils.py:7`` → 3, 7."""
    return tuple(line for _, line in places_reached(log))


def places_reached(log: str) -> tuple[tuple[str, int], ...]:
    """The same with their files."""
    tail = log.rpartition(TRACEBACK)[2]
    return tuple((frame["path"], int(frame["line"])) for frame in _FRAME.finditer(tail))
