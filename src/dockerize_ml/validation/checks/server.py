"""Whether the program that CMD calls is installed."""

from collections.abc import Iterator

from dockerize_ml.engine.check import Check
from dockerize_ml.knowledge.app_servers import servers
from dockerize_ml.knowledge.frameworks import frameworks
from dockerize_ml.manifests.names import canonical
from dockerize_ml.validation.installed import installed
from dockerize_ml.validation.registry import Looked, Subject, project_check
from dockerize_ml.validation.stage import StageView
from dockerize_ml.validation.started import started

_NAME = "the server that CMD calls is installed"


@project_check(_NAME)
def server(subject: Subject, looked: Looked) -> Iterator[Check]:
    """A server that we know, among the requirements or on an install line."""
    view = StageView.last(subject.dockerfile)
    program = started(subject, view) if view else None
    brought_by = _brought_by(program.tool) if program else frozenset()
    if program is None or not brought_by:
        yield Check(_NAME, "skipped", "CMD calls no server of a package")
        return
    have = installed(subject, looked)
    if not have.known:
        yield Check(_NAME, "skipped", "nothing is installed in a way that can be read: the base image may have it")
    elif have.names & brought_by:
        yield Check(_NAME, "ok", program.tool)
    else:
        hint = f"Add `{_to_add(program.tool)}` to the requirements."
        yield Check(_NAME, "failed", f"line {program.line}: nothing installs `{program.tool}`", hint=hint)


def _brought_by(tool: str) -> frozenset[str]:
    """The distributions that bring a command; none for one that we do not know."""
    if tool == "fastapi":
        return frozenset({"fastapi-cli"})
    by_server = {known.name for known in servers() if known.command[0] == tool}
    by_framework = {name for known in frameworks() if _is_called(known.command, tool) for name in known.distributions}
    return frozenset(by_server or by_framework)


def _is_called(command: tuple[str, ...], tool: str) -> bool:
    return bool(command) and command[0] == tool and not tool.startswith(("python", "{"))


def _to_add(tool: str) -> str:
    if tool == "fastapi":
        return "fastapi[standard]"
    known = next((each for each in servers() if each.command[0] == tool), None)
    return known.requirement if known else canonical(tool)
