"""What ``docker build --check`` says, where an engine answers."""

from collections.abc import Iterator

from dockerize_ml.engine.build_check import build_check as ask
from dockerize_ml.engine.check import Check
from dockerize_ml.engine.client import Client
from dockerize_ml.errors import EngineError
from dockerize_ml.validation.registry import Subject, check

_NAME = "BuildKit's own checks pass"


@check
def build_check(subject: Subject) -> Iterator[Check]:
    """No engine is no fault of the Dockerfile: the row is skipped and says why."""
    try:
        found = list(ask(Client.connect(), subject.folder))
    except EngineError as error:
        yield Check(_NAME, "skipped", error.reason)
        return
    if not found:
        yield Check(_NAME, "ok", "docker build --check")
    for warning in found:
        place = f"line {warning.line}: " if warning.line else ""
        yield Check(_NAME, "warning", f"{place}{warning.rule}: {warning.detail}", hint=warning.url)
