"""What a project's own words can say."""

from dataclasses import dataclass

from dockerize_ml.project.place import Place


@dataclass(frozen=True, slots=True)
class Command:
    """A command line that somebody wrote down for starting something.

    Attributes:
        argv: its words, without a leading shell.
        workdir: the folder it is run in, relative to the project's root.
        at: where it stands.
        says: who says it, as the user knows it: ``Procfile``, ``README``.
        weight: how much it counts among what speaks for a program, in points.
        name: the service's name there (``web``, ``worker``), or empty.
        variables: what it sets in the environment.
        is_behind: whether the shell goes on with the next while it runs: ``python api.py &``.
    """

    argv: tuple[str, ...]
    workdir: str
    at: Place
    says: str
    weight: int
    name: str = ""
    variables: tuple[tuple[str, str], ...] = ()
    is_behind: bool = False


@dataclass(frozen=True, slots=True)
class PortWord:
    """A port that is written down somewhere outside the source.

    Attributes:
        folder: the program's folder that it is about.
        weight: the stronger of two wins.
        service: the service it is for, or empty.
    """

    port: int
    folder: str
    at: Place
    weight: int
    service: str = ""


@dataclass(frozen=True, slots=True)
class FileWord:
    """A file that is named as the program, without a command."""

    path: str
    at: Place
    says: str
    weight: int


Word = Command | PortWord | FileWord
