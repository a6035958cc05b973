"""A database, a cache or a queue that the program talks to."""

from collections.abc import Iterator

from dockerize_ml.facts.model import Evidence
from dockerize_ml.knowledge.services import Service, services
from dockerize_ml.mending.need import Asked, Need, last_line, need


@need
def a_service(asked: Asked) -> Iterator[Need]:
    """One that the log names, and one whose address the program asks for and whose client is required."""
    named = {found.failure.service for found in asked.found if found.failure.service}
    wanted = {found.words["variable"] for found in asked.found if "variable" in found.words}
    refused = any(found.failure.needs == "service" for found in asked.found)
    for service in services():
        variable = _variable(service, asked)
        is_asked_for = variable is not None and variable.reason.partition(",")[0] in wanted
        if service.key in named or (_client(service, asked) and (is_asked_for or refused)):
            reached = last_line(asked.trouble, "asks it") if service.key in named else None
            yield _need(service, variable or reached or _client(service, asked))


def _need(service: Service, because: Evidence | None) -> Need:
    name = because.reason.partition(",")[0] if because is not None and "," in because.reason else ""
    given = f"--env {name}={service.address}" if name else f"its address ({service.address})"
    return Need(
        text=f"needs {service.name}" + (f" at `{name}`" if name else ""),
        because=because,
        hint=f"Start one in the same network and pass {given} to `dockerize-ml run`.",
        compose=service.compose,
    )


def _variable(service: Service, asked: Asked) -> Evidence | None:
    """Where the program reads the service's address."""
    read = asked.situation.inspection.facts.environment.evidence
    return next((each for each in read if service.variables.search(each.reason.partition(",")[0])), None)


def _client(service: Service, asked: Asked) -> Evidence | None:
    manifest = asked.situation.inspection.manifest
    for each in manifest.requirements if manifest else ():
        if each.name in service.distributions:
            return Evidence(path=each.at.path, line=each.at.line, reason=f"requires {each.name}")
    return None
