"""A set without versions of long before the project's time."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace

from packaging.version import Version

from dockerize_ml.resolve.ancient import lower_limits, newer_versions
from dockerize_ml.resolve.model import Ask, Failure, Locked, Repair
from dockerize_ml.resolve.relaxing import specifier_of
from dockerize_ml.resolve.solve import Solver
from dockerize_ml.resolve.state import State
from dockerize_ml.resolve.uv import TimeUpError

_Set = tuple[Locked, ...]


def of_its_time(solver: Solver, found: _Set) -> _Set:
    """The set without versions of long before; as it was, where that cannot be had or the time is over.

    Args:
        solver: that found the set.
        found: the set.
    """
    found = _within(solver, found, _of_years_before(solver, found))
    if solver.question.is_python_fixed or len(solver.state.pythons) == 1 or solver.uv.clock.early.is_over:
        return found
    return _within(solver, found, _of_half_a_year_before(solver, found), is_better=_is_newer)


def _within(
    solver: Solver,
    found: _Set,
    limits: Iterator[Repair],
    is_better: Callable[[Solver, _Set, _Set], bool] = lambda *_: True,
) -> _Set:
    before = deepcopy(solver.state)
    machines, taken_back = solver.machines, {*solver.taken_back}
    try:
        wanted = tuple(limits)
        solver.add(wanted)
        better = solver.solve() if wanted else found
    except TimeUpError:
        better = Failure("The time is over.")
    if isinstance(better, Failure) or not is_better(solver, found, better):
        solver.state, solver.machines, solver.taken_back = before, machines, taken_back
        return found
    return better


def _of_years_before(solver: Solver, found: _Set) -> Iterator[Repair]:
    state = solver.state
    limited = {each.name for each in (*state.bounds, *state.asks)}
    asks = [ask for ask in _within_limits(state) if not _has_a_least(ask, state)]
    yield from lower_limits(solver.uv, asks, found, state.as_of, limited)


def _of_half_a_year_before(solver: Solver, found: _Set) -> Iterator[Repair]:
    """Another Python may have what is in the way; where somebody's limit is, all stays as it was."""
    yield from newer_versions(solver.uv, list(_within_limits(solver.state)), found, solver.state.as_of)


def _is_newer(solver: Solver, before: _Set, after: _Set) -> bool:
    """Whether nothing that the project asks for got an older version for it."""
    asked = {ask.name for ask in solver.state.asks if not ask.is_ours}
    then = {each.name: Version(each.version) for each in before if each.name in asked}
    now = {each.name: Version(each.version) for each in after if each.name in asked}
    return now != then and all(name in now and now[name] >= version for name, version in then.items())


def _within_limits(state: State) -> Iterator[Ask]:
    """The requirements that nothing limits from above, or only what the program uses."""
    above = {bound.name: bound for bound in state.bounds if not specifier_of(bound).startswith(">=")}
    for ask in state.asks:
        bound = above.get(ask.name)
        if bound is None:
            yield ask
        elif specifier_of(bound).startswith("<") and not specifier_of(ask):
            yield replace(ask, text=bound.text)


def _has_a_least(ask: Ask, state: State) -> bool:
    return any(bound.name == ask.name and specifier_of(bound).startswith(">=") for bound in state.bounds)
