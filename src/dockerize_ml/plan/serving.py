"""How the program is started: the command, the variables it needs, and the server to add where the project has none."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import NamedTuple

from dockerize_ml.config import Settings
from dockerize_ml.errors import ProjectError
from dockerize_ml.facts.model import Evidence, Facts
from dockerize_ml.facts.outside import Outside
from dockerize_ml.facts.program import EVERY_INTERFACE, PORT, Program
from dockerize_ml.knowledge.app_servers import Server, server_for
from dockerize_ml.knowledge.comes_with import with_what_they_bring
from dockerize_ml.knowledge.frameworks import Framework, framework
from dockerize_ml.knowledge.gunicorn_workers import gunicorn_workers
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.plan.after import after
from dockerize_ml.plan.installers.registry import SOURCE
from dockerize_ml.plan.model import Note
from dockerize_ml.plan.platform_port import PLACEHOLDER, told_port
from dockerize_ml.plan.preparing import set_up
from dockerize_ml.plan.reasons import at, because
from dockerize_ml.plan.table_making import TableMaking, table_making

_SCRIPT = "script"
_THREADS = "--threads"
_CONSOLE = "console"
# The settings of an application, of the kind that Pyramid's `pserve` reads.
PASTE = ".ini"
_MAIN = "/__main__.py"
_SERVED = frozenset({"wsgi", "asgi"})
_DEBUGS = re.compile(r"\bdebug\s*=\s*True\b")
_OWN_PROGRAM = frozenset({"cli", "own", "worker"})
_NOTHING = Outside()


class Brought(NamedTuple):
    """The distributions of a project, by their normalised names, with the version if pinned.

    Attributes:
        installed: what will be there.
        offered: what only its extras and groups would bring: one may have the server for production.
    """

    installed: Mapping[str, str | None]
    offered: Mapping[str, str | None] = MappingProxyType({})


class Serving(NamedTuple):
    """The command of the image and what belongs to it.

    Attributes:
        arguments: the exec-form words.
        environment: variables that it needs.
        added: the requirements that the project lacks: its server.
        why: the comment above the command.
        notes: what the user should hear.
        port_variable: the variable that tells the program its port, or empty.
        takes_more: whether it does not start without words that only whoever runs the image knows.
        ignores_sigterm: whether the command leaves that signal to Python, which does nothing about it as process 1.
        own_stop: where the program gives that signal a handler of its own; None where it does not.
    """

    arguments: tuple[str, ...]
    environment: tuple[tuple[str, str], ...]
    added: tuple[str, ...]
    why: tuple[str, ...]
    notes: tuple[Note, ...]
    port_variable: str
    ignores_sigterm: bool
    own_stop: Evidence | None = None
    takes_more: bool = False


def serving(
    facts: Facts,
    brought: Brought,
    program: Program | None,
    settings: Settings,
    outside: Outside = _NOTHING,
) -> Serving:
    """How to start the program that the facts tell of.

    Args:
        facts: of the project.
        brought: the distributions that its own requirements bring.
        program: the one that the facts are about, unless the user names another.
        settings: the user's.
        outside: what it needs besides its code: the port in a platform's variable, the tables of its database.

    Raises:
        ProjectError: nothing was found that could be started.
    """
    entry = facts.entrypoint.value
    if entry is None:
        raise ProjectError(
            reason="Nothing was found that could be started: no app object and no script that runs something.",
            hint="Name it: `--entrypoint app:app` or `--entrypoint main.py`.",
        )
    installed, offered = brought
    chosen = program if program and program.entrypoint == entry else None
    known = _framework(facts, entry, chosen.interface if chosen else "")
    version = next((installed[name] for name in known.distributions if installed.get(name)), None)
    known = _as_made(known, facts, version, settings)
    called = chosen.called if chosen else ""
    values = _values(entry, facts, settings) | ({"name": called} if called else {})
    typed = tuple(word.replace(PORT, PLACEHOLDER) for word in chosen.arguments) if chosen else ()
    started = _Started((*_importable(known.arguments(values, version), entry, called), *typed), None)
    if known.interface in _SERVED:
        factory = entry.endswith("()")
        started = _held(_served(known, {**offered, **installed}, values, factory=factory), installed, outside)
    started = started._replace(arguments=set_up(outside.site, started.arguments))
    lacking = tuple(_as_offered(each, offered) for each in _lacking(known, started, frozenset(installed)))
    variable = ("PORT" if outside.platform else "") if settings.port_variable is None else settings.port_variable
    told = told_port(started.arguments, dict(known.environment(values)), variable, facts.port.value)
    # What its own file does is done where that file is run.
    making = table_making(chosen, outside.tables) if chosen and (started.server or not chosen.before) else None
    return Serving(
        # It starts in any case: on a read-only file system no table can be made, and it may do without.
        arguments=after(f"{making.line};", told.arguments) if making else told.arguments,
        environment=(*_import_path(program.import_roots if program else ()), *told.environment),
        added=tuple(each.requirement for each in lacking),
        why=(
            *_why(facts, known, started),
            *started.why,
            *_why_told(told.variable, outside.platform),
            *_why_made(making),
        ),
        notes=(*(_added_note(each, known) for each in lacking), *_development_notes(facts, chosen)),
        port_variable=told.variable,
        ignores_sigterm=_ignores_sigterm(started, entry),
        own_stop=outside.own_stop,
        takes_more=bool(chosen and chosen.asks),
    )


def brought_by_extras(manifest: Manifest) -> dict[str, str | None]:
    """What the extras bring that the project asks for, of any version: ``fastapi[standard]`` has its server.

    Args:
        manifest: the project's.
    """
    asked = (each for each in manifest.requirements if not each.group)
    return dict.fromkeys(with_what_they_bring(f"{each.name}[{extra}]" for each in asked for extra in each.extras))


def _as_made(known: Framework, facts: Facts, version: str | None, settings: Settings) -> Framework:
    """The framework with the interface of this very object: some make one of either kind, some did once."""
    day = facts.as_of.value if settings.as_of != "now" else None
    if known.interface == "asgi" and known.is_still_wsgi(version, date.fromisoformat(day) if day else None):
        return replace(known, interface="wsgi", server=known.wsgi_server)
    shown = " ".join((facts.entrypoint.value or "", *(evidence.reason for evidence in facts.entrypoint.evidence[:1])))
    if known.asgi_constructors and "asgi" in shown.lower():
        return replace(known, interface="asgi", server=known.asgi_server)
    return known


def _importable(arguments: tuple[str, ...], entry: str, called: str) -> tuple[str, ...]:
    """A file that imports from its own package is started by its module's name: as a file it has no package."""
    match arguments:
        case ("python", file, *rest) if called and file == entry:
            return ("python", "-m", called, *rest)
    return arguments


def _why_told(variable: str, platform: Evidence | None) -> Iterator[str]:
    if variable:
        place = f" ({at(platform)})" if platform else ""
        yield (
            f"{variable}{place}: a platform tells the port in it. The shell gives way to the server, so that signals "
            "get there."
        )


def _why_made(making: TableMaking | None) -> Iterator[str]:
    if making is None:
        return
    place = at(making.because)
    if making.file:
        yield f"First the tables of {making.file} are made, which nothing else does ({place}); not in another database."
    else:
        yield f"First the tables of its database are made, which importing the application does not do ({place})."


def _import_path(roots: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    folders = ":".join(str(PurePosixPath(SOURCE) / root) for root in roots)
    return (("PYTHONPATH", folders),) if roots else ()


class _Started(NamedTuple):
    arguments: tuple[str, ...]
    server: Server | None
    why: tuple[str, ...] = ()


def _served(
    known: Framework, installed: Mapping[str, str | None], values: dict[str, str], *, factory: bool
) -> _Started:
    """The object in the hands of a production server: the project's own, else the framework's usual one."""
    is_paste = values["file"].endswith(PASTE)
    # Of the servers only gunicorn takes an application out of such a file and listens where it is told.
    own = {name: version for name, version in installed.items() if not is_paste or name == "gunicorn"}
    usual = "gunicorn" if is_paste else known.server
    chosen = server_for(known.interface, own, usual, dotted="." in values["object"])
    if chosen is None:
        raise LookupError(f"no server is known for {known.interface}")
    arguments = chosen.tuned(chosen.arguments(values, factory=factory), values, installed.get(chosen.name))
    return _Started((*arguments[:-1], "--paste", values["file"]) if is_paste else arguments, chosen)


def _held(started: _Started, installed: Mapping[str, str | None], outside: Outside) -> _Started:
    """With the workers of gunicorn that a program's connections need that stay open."""
    if started.server is None or started.server.name != "gunicorn" or _THREADS not in started.arguments:
        return started
    known = gunicorn_workers()
    fitting = (each for each in outside.worker_classes if not each.name or known[each.name].works_with(installed))
    chosen = next(fitting, None)
    if chosen is None:
        return started
    where = started.arguments.index(_THREADS)
    instead = (_THREADS, chosen.threads) if chosen.threads else ("--worker-class", chosen.name)
    arguments = (*started.arguments[:where], *instead, *started.arguments[where + 2 :])
    told = f"Its connections stay open ({at(chosen.evidence)}): these workers hold many at once."
    return _Started(arguments, started.server, (told,))


def _framework(facts: Facts, entry: str, interface: str) -> Framework:
    name = facts.framework.value or _SCRIPT
    script = framework(_SCRIPT, _role(entry, interface))
    if script is None:
        raise LookupError("the table of frameworks has lost its plain scripts")
    known = framework(name) if name != _SCRIPT else None
    if known is not None and _is_run_by_hand(known, entry):
        by_hand = (*known.env, *known.env_by_hand)
        # Werkzeug, or what its own code imports, serves what is run so.
        server = None if known.interface == "wsgi" else known.server
        return replace(known, interface=script.interface, command=script.command, env=by_hand, server=server)
    return known or script


def _is_run_by_hand(known: Framework, entry: str) -> bool:
    """Whether a program of the framework starts itself, since there is no object of it that a server could take."""
    if known.interface in _SERVED:
        return ":" not in entry and not entry.endswith(PASTE)
    plainly = entry.endswith(_MAIN) and tuple(known.command) == ("python", "{file}")
    return plainly or (known.command[0] == "python" and _role(entry) == _CONSOLE)


def _ignores_sigterm(started: _Started, entry: str) -> bool:
    program = started.arguments[0]
    return started.server.ignores_sigterm if started.server else program in {"python", entry}


def _role(entry: str, interface: str = "") -> str:
    """Which row of the table starts an entry that no framework does."""
    if ":" in entry:
        return interface or "wsgi"
    if entry.endswith(_MAIN):
        return "module"
    return "" if entry.endswith((".py", ".ipynb")) else _CONSOLE


def _values(entry: str, facts: Facts, settings: Settings) -> dict[str, str]:
    module, _, made = entry.partition(":")
    if entry.endswith(_MAIN):
        module = entry.removesuffix(_MAIN).replace("/", ".")
    return {
        "module": module,
        "object": made.removesuffix("()"),
        "file": entry,
        "name": entry,
        "directory": facts.workdir.value or ".",
        "host": EVERY_INTERFACE,
        "port": PLACEHOLDER,
        "workers": str(settings.workers),
        "timeout": str(settings.timeout),
    }


def _why(facts: Facts, known: Framework, started: _Started) -> Iterator[str]:
    yield f"Started as {facts.entrypoint.value}{because(facts.entrypoint)}."
    if started.server is None:
        yield from filter(None, (known.told,))
        return
    words = started.arguments
    if "--workers" in words and words[words.index("--workers") + 1] == "1":
        copied = "the model" if facts.models.value else "the program"
        yield f"One worker: every further one loads its own copy of {copied}."
    yield from filter(None, (started.server.told,))


class _Lacking(NamedTuple):
    """A distribution that the command needs and the project does not require."""

    name: str
    requirement: str


def _as_offered(lacking: _Lacking, offered: Mapping[str, str | None]) -> _Lacking:
    """In the version that an extra or a group of the project pins."""
    version = offered.get(lacking.name)
    return lacking._replace(requirement=f"{lacking.name}=={version}") if version else lacking


def _lacking(known: Framework, started: _Started, installed: frozenset[str]) -> tuple[_Lacking, ...]:
    """What has to be added to start the program."""
    if started.server is not None:
        needed = _Lacking(started.server.name, started.server.requirement)
        return () if needed.name in installed else (needed,)
    if known.server is not None:
        return () if known.server in installed else (_Lacking(known.server, known.server),)
    if known.interface not in _OWN_PROGRAM or started.arguments[0] == "python" or not known.distributions:
        return ()
    usual = known.distributions[0]
    own = () if installed & set(known.distributions) else (_Lacking(usual, usual),)
    reader = known.for_notebooks if any(word.endswith(".ipynb") for word in started.arguments) else None
    return (*own, _Lacking(reader, reader)) if reader and reader not in installed else own


def _development_notes(facts: Facts, program: Program | None) -> Iterator[Note]:
    """Its own server, where the program starts that itself and leaves nothing that another could serve."""
    known = framework(facts.framework.value or _SCRIPT)
    if program is None or known is None or known.interface != "wsgi" or ":" in program.entrypoint or program.arguments:
        return
    if program.entrypoint.endswith(".py") and program.line is not None:
        place = f"{program.file}:{program.line}"
        yield Note(
            text=f"The program starts {known.name}'s own server ({place}), which is for development only.",
            hint="Keep the app, and all that its pages use, in names of the module, and only start it under "
            '`if __name__ == "__main__":`: then gunicorn serves it.',
        )
        debugged = next((each for each in program.because if _DEBUGS.search(each.reason)), None)
        if debugged is not None:
            yield Note(
                text=f"Its debugger is on ({at(debugged)}): whoever reaches the port may run code in the container.",
                hint="Start it without `debug=True` where others reach it.",
            )


def _added_note(added: _Lacking, known: Framework) -> Note:
    if known.interface in _SERVED:
        told = f"{known.name}'s own server is for development only, and no other is required"
        if known.name == _SCRIPT:
            told = "a server for production serves the program, and none is required"
    else:
        told = "the program is started with it, and it is not required"
    return Note(
        text=f"{added.name} is added: {told}.",
        hint=f"Put `{added.name}` into your requirements to choose its version.",
    )
