"""A program that binds to localhost, and takes no other address from us: in the image it gets every interface."""

import re
from collections.abc import Iterable, Iterator

from dockerize_ml.facts.program import EVERY_INTERFACE, Program
from dockerize_ml.plan.model import EveryInterface, Note, Step
from dockerize_ml.plan.reasons import at

FOLDER = "/opt/localhost"
_LOCAL = re.compile(r"localhost|::1|127(?:\.\d{1,3}){3}")
_PATH = "PYTHONPATH"
Variables = tuple[tuple[str, str], ...]


def listens_on_localhost(program: Program | None, arguments: Iterable[str], environment: Variables) -> bool:
    """Whether a program binds to localhost, and neither its command nor a variable that it heeds says otherwise.

    Args:
        program: that is started.
        arguments: the words of its command.
        environment: the variables that it is given.
    """
    if program is None or program.kind != "web" or not _LOCAL.fullmatch(program.host or ""):
        return False
    heeded = [value for name, value in environment if name == program.host_variable]
    return not any(EVERY_INTERFACE in each for each in (*arguments, *heeded))


def on_the_path(environment: Variables, folder: str) -> Variables:
    """The variables, with Python told to look in the folder, too."""
    said = dict(environment)
    return tuple({**said, _PATH: ":".join(filter(None, (said.get(_PATH), folder)))}.items())


def opening(program: Program | None) -> Iterator[Step]:
    """Put the file into the folder; ``program`` is the one that listens on localhost, or None where nothing tells."""
    place = _place(program) if program else ""
    told = f"What the program asks of localhost{place} it gets on every interface: nobody outside reaches localhost."
    yield EveryInterface(folder=FOLDER, why=(told, "Once its own code listens on 0.0.0.0, this can go."))


def note_on_localhost(program: Program, *, opened: bool) -> Note:
    """What was done about a program that listens there, or what the user has to do."""
    place = _place(program)
    if opened:
        return Note(
            text=f"The code listens on {program.host}{place}: in the image it gets every interface instead.",
            hint="Listen on 0.0.0.0 to need no such help; `--set localhost=keep` leaves it as it is.",
        )
    return Note(
        text=f"The code listens on {program.host}{place}: nothing outside the container reaches that.",
        hint="Listen on 0.0.0.0.",
    )


def _place(program: Program) -> str:
    places = ", ".join(at(evidence) for evidence in program.host_because)
    return f" ({places})" if places else ""
