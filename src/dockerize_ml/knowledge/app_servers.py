"""The programs that serve a WSGI or ASGI object, and which of them a project already has."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dockerize_ml.knowledge.below import is_before
from dockerize_ml.knowledge.table import Row, rows


@dataclass(frozen=True, slots=True)
class Server:
    """A production server.

    Attributes:
        name: its distribution and its program's name.
        serves: ``wsgi``, ``asgi``, or both; the one it is best known for first.
        command: exec-form arguments with ``{module}``, ``{object}``, ``{host}``, ``{port}`` and ``{interface}``.
        factory: how it is told that the object is a factory: ``call`` where ``module:create_app()`` is written, else
            the flag to add, or empty where it cannot.
        dotted: whether ``module:app.server`` is understood.
        ignores_sigterm: whether it leaves that signal to Python, which as process 1 does nothing about it.
        tuning: arguments that a container wants beside the command, each with its value, with ``{workers}`` (processes)
            and ``{timeout}`` (seconds).
        tuning_since: their first words, and the version that each came with.
        requirement: what to install where the project has none.
        told: what whoever reads the command should know of its arguments, or empty.
    """

    name: str
    serves: tuple[str, ...]
    command: tuple[str, ...]
    factory: str
    dotted: bool
    ignores_sigterm: bool
    tuning: tuple[str, ...]
    tuning_since: tuple[tuple[str, str], ...]
    requirement: str
    told: str
    note: str
    why: str
    source: str
    checked: date

    def tuned(
        self, arguments: tuple[str, ...], values: Mapping[str, str], version: str | None = None
    ) -> tuple[str, ...]:
        """The command with the tuning in it: before an object that stands last, else behind.

        Args:
            arguments: the command.
            values: of the placeholders.
            version: the server's, where it is pinned; an older one does not know all of it.
        """
        unknown = {word for word, since in self.tuning_since if is_before(version, since)}
        known = (argument.split() for argument in self.tuning)
        tuning = tuple(word.format_map(values) for words in known if words[0] not in unknown for word in words)
        if self.command[-1] == "{module}:{object}":
            return (*arguments[:-1], *tuning, arguments[-1])
        return (*arguments, *tuning)

    def arguments(self, values: Mapping[str, str], *, factory: bool = False) -> tuple[str, ...]:
        """The exec-form command with ``values`` in place of the placeholders; ``object`` is written without ``()``."""
        object_name = values["object"] + ("()" if factory and self.factory == "call" else "")
        flag = (self.factory,) if factory and self.factory.startswith("--") else ()
        filled = {"interface": self.serves[0], **values, "object": object_name}
        program, *rest = (argument.format_map(filled) for argument in self.command)
        return (program, *flag, *rest)


@lru_cache
def servers() -> tuple[Server, ...]:
    """Every server that we know, the usual one of each interface first."""
    return tuple(_server(row) for row in rows("app_servers", "server"))


def server(name: str) -> Server | None:
    """The server of that name."""
    return next((known for known in servers() if known.name == name), None)


def server_for(
    interface: str, distributions: Collection[str], usual: str | None = None, *, dotted: bool = False
) -> Server | None:
    """The server for ``interface``: one that the project requires, else the framework's ``usual``, else the first.

    Args:
        interface: ``wsgi`` or ``asgi``.
        distributions: normalised names of what the project requires.
        usual: the server that the framework's documentation starts with.
        dotted: whether the object is an attribute of another, ``app.server``, which not all of them take.
    """
    able = [known for known in servers() if interface in known.serves and (known.dotted or not dotted)]
    present = [known for known in able if known.name in distributions]
    preferred = [known for known in able if known.name == usual]
    return next(iter((*[known for known in present if known.name == usual], *present, *preferred, *able)), None)


def _server(row: Row) -> Server:
    return Server(
        name=row.text("name"),
        serves=row.texts("serves"),
        command=row.texts("command"),
        factory=row.text("factory"),
        dotted=row.flag("dotted"),
        ignores_sigterm=row.flag("ignores_sigterm"),
        tuning=row.texts("tuning"),
        tuning_since=row.pairs("tuning_since"),
        requirement=row.text("requirement"),
        told=row.text("told", ""),
        note=row.text("note", ""),
        why=row.why,
        source=row.source,
        checked=row.checked,
    )
