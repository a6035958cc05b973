"""The build checks of BuildKit itself: ``docker build --check``."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dockerize_ml.engine.client import Client
from dockerize_ml.errors import EngineError


@dataclass(frozen=True, slots=True)
class BuildWarning:
    """One remark of BuildKit; ``line`` is 0 where it names none."""

    rule: str
    detail: str
    url: str
    line: int


def build_check(client: Client, context: Path) -> Iterator[BuildWarning]:
    """Ask the engine to check the folder's Dockerfile without building it.

    Raises:
        EngineError: it cannot: too old, no access to the base image's registry, or a Dockerfile it cannot read.
    """
    if client.podman:
        raise EngineError(reason="Podman has no build checks.", hint="`dockerize-ml lint` has the same ones.")
    done = client.call("build", "--call=check,format=json", str(context), timeout=60)
    try:
        told = json.loads(done.output)
        warnings = told.get("warnings") or ()
    except (ValueError, AttributeError) as error:
        said = done.errors.strip().splitlines()
        reason = said[-1] if said else "it printed nothing"
        raise EngineError(reason=f"`docker build --check` gave no answer: {reason}", hint="Build it to see.") from error
    for each in warnings:
        ranges = (each.get("location") or {}).get("ranges") or [{}]
        line = (ranges[0].get("start") or {}).get("line", 0)
        yield BuildWarning(each["ruleName"], each.get("detail", ""), each.get("url", ""), line)
    if told.get("buildError"):
        yield BuildWarning("error", told["buildError"].get("message", ""), "", 0)
