"""A newer version of a pin's own series, where the pinned one runs on no Python that there is an image for."""

from collections.abc import Iterable

from dockerize_ml.knowledge.python_limits import Limit, python_limits
from dockerize_ml.resolve.model import Ask, Locked
from dockerize_ml.resolve.relaxing import is_pinned, name_only
from dockerize_ml.resolve.releases import releases
from dockerize_ml.resolve.solve import Solver

# A series is what the first two numbers name: 1.11 of 1.11.4. What comes later in it only mends.
_NUMBERS = 2


def taken_from_its_series(solver: Solver, found: Iterable[Locked]) -> bool:
    """Ask for the newest of the series instead; whether there was something to ask for.

    Args:
        solver: that found the set, and that has no older Python left.
        found: the set.
    """
    python = solver.state.pythons[0]
    if solver.question.is_python_fixed:
        return False
    for each in found:
        ask = solver.state.ask(each.name)
        limit = _forbidding(each.name, each.version, python)
        if limit is None or ask is None or not is_pinned(ask) or each.name in solver.question.kept:
            continue
        newer = _newest_of_series(solver, each, python)
        if newer and newer != each.version and _forbidding(each.name, newer, python) is None:
            new = Ask(ask.name, f"{name_only(ask)}=={newer}", ask.at)
            reason = f"{each.version} runs on no Python from {python} on: {limit.why}."
            solver.state.replace(ask, new, reason)
            return True
    return False


def _forbidding(name: str, version: str, python: str) -> Limit | None:
    limits = (limit for limit in python_limits().get(name, ()) if not limit.used)
    return next((limit for limit in limits if limit.forbids(version, python)), None)


def _newest_of_series(solver: Solver, package: Locked, python: str) -> str:
    series = ".".join(package.version.split(".")[:_NUMBERS])
    found = releases(solver.uv, [Ask(package.name, f"{package.name}=={series}.*")], python=python)
    release = found.get(package.name) if isinstance(found, dict) else None
    return release.version if release else ""
