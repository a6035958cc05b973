"""What each framework imports, constructs, listens on and is started with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, cast

from dockerize_ml.knowledge.below import is_before
from dockerize_ml.knowledge.table import Row, rows

Interface = Literal["wsgi", "asgi", "own", "cli", "script", "worker", "artifact", "job"]
Kind = Literal["web", "worker", "job", "notebook", "library"]
HostBy = Literal["argument", "environment", "always", "code", "nothing"]


@dataclass(frozen=True, slots=True)
class Framework:
    """A framework, or one role of it, and how its program is served.

    Attributes:
        name: normalised as on the index: ``flask``, ``fastapi``, ``streamlit``; ``script`` and ``library`` for none.
        role: what tells rows of one name apart (``beat`` of celery, ``server`` of mlflow); empty for the usual one.
        interface: what an entry is: a ``wsgi`` or ``asgi`` object that a server serves; an object or file that the
            framework's ``own`` program serves by import path; a file for a ``cli``; a ``script`` that listens by
            itself; a ``worker``; an ``artifact`` of which the code is not in the project; a ``job`` that ends.
        distributions: any of these among the requirements means the framework can be in use.
        imports: any of these modules imported means the same.
        constructors: dotted names whose call makes the object to serve.
        asgi_constructors: those that make an ASGI object where ``constructors`` make a WSGI one.
        attribute: the attribute of the object that a server can serve (``server`` of a Dash app), or empty.
        markers: files or calls that tell the framework without a constructor.
        server: the distribution to add when the project has none that can serve it, or None.
        asgi_server: the same for what ``asgi_constructors`` make.
        wsgi_before: the first version whose objects are ASGI, where those of older ones are WSGI; or None.
        wsgi_until: the day on which that version came out.
        wsgi_server: the distribution to add to serve an older one's.
        for_notebooks: the distribution that it needs besides where it shows a notebook, or None.
        command: the exec-form arguments; ``{module}``, ``{object}``, ``{file}``, ``{host}``, ``{port}``,
            ``{directory}``, ``{name}`` stand for what the project tells.
        host_by: how it is told to listen on every interface: by an argument of ``command``, a variable of ``env``,
            ``always`` without asking, only in its ``code``, or ``nothing`` listens.
        env: variables that the container sets, with the placeholders of ``command``.
        env_by_hand: variables that it heeds where its file is run, and no server starts it.
        told: what whoever reads the command should know, or empty.
        health_path: the path that answers 200 when the program is up, or None where none is built in.
        health_path_before: versions, and the path that older ones answer on.
        command_before: versions, and the command that older ones are started by.
        arguments_since: arguments of ``command``, and the version that each came with.
    """

    name: str
    role: str
    interface: Interface
    kind: Kind
    distributions: tuple[str, ...]
    imports: tuple[str, ...]
    constructors: tuple[str, ...]
    asgi_constructors: tuple[str, ...]
    attribute: str
    markers: tuple[str, ...]
    default_port: int | None
    health_path: str | None
    health_path_before: tuple[tuple[str, str], ...]
    server: str | None
    asgi_server: str | None
    wsgi_before: str | None
    wsgi_until: date | None
    wsgi_server: str | None
    for_notebooks: str | None
    command: tuple[str, ...]
    command_before: tuple[tuple[str, str], ...]
    arguments_since: tuple[tuple[str, str], ...]
    host_by: HostBy
    env: tuple[tuple[str, str], ...]
    env_by_hand: tuple[tuple[str, str], ...]
    note: str
    told: str
    why: str
    source: str
    checked: date

    def health_path_of(self, version: str | None) -> str | None:
        """The health path that a version of it has; of the newest where nobody knows the version."""
        older = (path for before, path in self.health_path_before if is_before(version, before))
        return next(older, self.health_path)

    def is_still_wsgi(self, version: str | None, day: date | None) -> bool:
        """Whether its objects are WSGI at a version, or on a day where nobody knows the version."""
        if self.wsgi_before is None or self.wsgi_until is None:
            return False
        return is_before(version, self.wsgi_before) if version else day is not None and day < self.wsgi_until

    def arguments(self, values: Mapping[str, str], version: str | None = None) -> tuple[str, ...]:
        """The exec-form command with ``values`` in place of the placeholders.

        Args:
            values: what stands for each placeholder.
            version: of the framework; what it does not know yet is left out. None for the newest.
        """
        older = next((tuple(each.split()) for before, each in self.command_before if is_before(version, before)), None)
        unknown = {argument for argument, since in self.arguments_since if is_before(version, since)}
        return tuple(argument.format_map(values) for argument in older or self.command if argument not in unknown)

    def environment(self, values: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
        """The variables to set, with ``values`` in place of the placeholders."""
        return tuple((name, value.format_map(values)) for name, value in self.env)


@lru_cache
def frameworks() -> tuple[Framework, ...]:
    """Every framework and role that we know."""
    return tuple(_framework(row) for row in rows("frameworks", "framework"))


def framework(name: str, role: str = "") -> Framework | None:
    """The framework of that name, in its usual role (the first row of the name) unless another is asked for."""
    if role:
        return next((known for known in frameworks() if (known.name, known.role) == (name, role)), None)
    return _by_name().get(name)


def constructors() -> frozenset[str]:
    """The dotted names of every framework's constructors."""
    return frozenset(_by_constructor())


def framework_of_constructor(dotted: str) -> Framework | None:
    """The framework whose object a call of ``dotted`` makes: ``flask.Flask`` → flask."""
    return _by_constructor().get(dotted)


@lru_cache
def _by_name() -> dict[str, Framework]:
    return {known.name: known for known in reversed(frameworks())}


@lru_cache
def _by_constructor() -> dict[str, Framework]:
    return {
        dotted: known for known in reversed(frameworks()) for dotted in (*known.constructors, *known.asgi_constructors)
    }


def _framework(row: Row) -> Framework:
    return Framework(
        name=row.text("name"),
        role=row.text("role", ""),
        interface=cast("Interface", row.text("interface")),
        kind=cast("Kind", row.text("kind")),
        distributions=row.texts("distributions"),
        imports=row.texts("imports"),
        constructors=row.texts("constructors"),
        asgi_constructors=row.texts("asgi_constructors"),
        attribute=row.text("attribute", ""),
        markers=row.texts("markers"),
        default_port=row.number("default_port"),
        health_path=row.optional_text("health_path"),
        health_path_before=row.pairs("health_path_before"),
        server=row.optional_text("server"),
        asgi_server=row.optional_text("asgi_server"),
        wsgi_before=row.optional_text("wsgi_before"),
        wsgi_until=row.day("wsgi_until"),
        wsgi_server=row.optional_text("wsgi_server"),
        for_notebooks=row.optional_text("for_notebooks"),
        command=row.texts("command"),
        command_before=row.pairs("command_before"),
        arguments_since=row.pairs("arguments_since"),
        host_by=cast("HostBy", row.text("host_by", "nothing")),
        env=row.pairs("env"),
        env_by_hand=row.pairs("env_by_hand"),
        note=row.text("note", ""),
        told=row.text("told", ""),
        why=row.why,
        source=row.source,
        checked=row.checked,
    )
