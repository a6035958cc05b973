"""What runs inside a container, from the engine's own table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import basename

# Docker hands them to `ps`; Podman has columns of its own, and tells the time as `1m2.3s`.
COLUMNS = ("-eo", "pid,ppid,uid,cputimes,args")
PODMANS_COLUMNS = ("pid", "ppid", "huser", "time", "args")
_SPAN = re.compile(r"(?P<number>[\d.]+)(?P<unit>ms|h|m|s)")
_SECONDS = {"h": 3600, "m": 60, "s": 1, "ms": 0.001}


@dataclass(frozen=True, slots=True)
class Process:
    """One process, with the ids it has outside of the container, and the seconds of processor time it has used."""

    pid: int
    parent: int
    user: int
    seconds: int
    command: str

    @property
    def name(self) -> str:
        """The program, and the script or module that an interpreter runs."""
        words = self.command.split()
        shown = [word for word in words[:3] if not word.startswith("-")] or words[:1]
        return " ".join(basename(word) for word in shown[:2])


def read_processes(table: str) -> Iterator[Process]:
    """The rows of ``docker top CONTAINER`` with those columns."""
    for row in table.splitlines()[1:]:
        fields = row.split(maxsplit=4)
        if len(fields) == 5 and all(field.isdecimal() for field in fields[:3]):
            pid, parent, user = (int(field) for field in fields[:3])
            yield Process(pid, parent, user, _seconds(fields[3]), fields[4])


def _seconds(text: str) -> int:
    if text.isdecimal():
        return int(text)
    return int(sum(float(span["number"]) * _SECONDS[span["unit"]] for span in _SPAN.finditer(text)))


def first_of(processes: tuple[Process, ...]) -> Process | None:
    """Process 1 of the container: the one whose parent is outside of it."""
    inside = {process.pid for process in processes}
    return next((process for process in processes if process.parent not in inside), None)
