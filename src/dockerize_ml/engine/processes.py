"""What runs inside a container, from the engine's own table."""

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import basename

COLUMNS = "pid,ppid,uid,cputimes,args"


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
    """The rows of ``docker top CONTAINER -eo pid,ppid,uid,cputimes,args``."""
    for row in table.splitlines()[1:]:
        fields = row.split(maxsplit=4)
        if len(fields) == 5 and all(field.isdecimal() for field in fields[:4]):
            pid, parent, user, seconds = (int(field) for field in fields[:4])
            yield Process(pid, parent, user, seconds, fields[4])


def first_of(processes: tuple[Process, ...]) -> Process | None:
    """Process 1 of the container: the one whose parent is outside of it."""
    inside = {process.pid for process in processes}
    return next((process for process in processes if process.parent not in inside), None)
