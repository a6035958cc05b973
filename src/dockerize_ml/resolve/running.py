"""A set of years ago that its own code keeps from running: for another Python, with other packages, or with more."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy

from dockerize_ml.facts.needed_imports import Imported
from dockerize_ml.knowledge.python_limits import python_limits
from dockerize_ml.manifests.names import distribution
from dockerize_ml.resolve.clashing import Clash, clashes
from dockerize_ml.resolve.index import index_history
from dockerize_ml.resolve.lacking import SETUPTOOLS
from dockerize_ml.resolve.loaded import unpacked
from dockerize_ml.resolve.model import Failure, Locked, Repair
from dockerize_ml.resolve.outlived import Outlived, outlived
from dockerize_ml.resolve.same_series import taken_from_its_series
from dockerize_ml.resolve.solve import Solver
from dockerize_ml.resolve.unasked import unasked
from dockerize_ml.resolve.uv import TimeUpError

# What is taken instead may lack something else: another Python first, then other versions, then more.
_MOST_ROUNDS = 6


def running(
    solver: Solver, found: tuple[Locked, ...], imported: Iterable[Imported], sources: Sequence[str] = ()
) -> tuple[Locked, ...]:
    """The set whose code finds what it takes; as it was, where there is none or the time is over.

    Args:
        solver: that found the set; that today's versions fit each other and Python their makers take care.
        found: the set.
        imported: what the program takes from where.
        sources: the texts of its files.
    """
    modules = frozenset(name for each in imported for name in (each.module, f"{each.module}.{each.name}"))
    for _ in range(_MOST_ROUNDS if solver.state.as_of is not None else 1):
        before = deepcopy(solver.state)
        try:
            better = solver.solve() if _is_asked_for_more(solver, found, modules, sources) else None
        except TimeUpError:
            better = Failure("The time is over.")
        if better is None:
            return found
        if isinstance(better, Failure):
            solver.state = before
            return found
        found = better
    return found


def _is_asked_for_more(
    solver: Solver, found: tuple[Locked, ...], modules: frozenset[str], texts: Sequence[str]
) -> bool:
    """Whether something does not fit, and the solver was told of another Python, limits or requirements."""
    python, is_old = solver.state.pythons[0], solver.state.as_of is not None
    limit = _limit(found, python, texts)
    if limit is not None and (solver.keep_to(limit.versions, limit.why) or taken_from_its_series(solver, found)):
        return True
    # Looking into all of a set takes longer than resolving it.
    with unpacked(solver.uv, found, python, solver.question.imported, is_rest_known=not is_old) as sources:
        started = sources.started({ask.name for ask in solver.state.asks})
        loaded = tuple(sources.loaded((*modules, *started)))
        gone = outlived(sources, loaded, python) if is_old else None
        if gone is not None and solver.keep_to(gone.versions, gone.why):
            return True
        apart = [each for each in clashes(sources, loaded) if _is_free(solver, each.package.name)] if is_old else []
        more = [each for each in unasked(sources, loaded) if _is_free(solver, each.distribution)]
    repairs = [Repair("added", each.distribution, "", _asked(each.distribution), each.reason) for each in more]
    repairs += _limits(solver, apart) if apart else ()
    solver.add(repairs)
    return bool(repairs)


def _limit(found: Iterable[Locked], python: str, texts: Sequence[str]) -> Outlived | None:
    """The first of the set that is known not to run on a Python."""
    for each in found:
        for limit in python_limits().get(each.name, ()):
            if limit.forbids(each.version, python) and limit.concerns(texts):
                return Outlived(limit.python, f"{each.pin} needs an older one: {limit.why}")
    return None


def _is_free(solver: Solver, name: str) -> bool:
    """Whether the version of a distribution is for us to choose."""
    refused = {*solver.question.kept, *(distribution(text) for text in solver.taken_back)}
    settled = {*solver.state.sources, *(bound.name for bound in solver.state.bounds)}
    return name not in refused | settled and not solver.is_pinned(name)


def _asked(name: str) -> str:
    return SETUPTOOLS if name == "setuptools" else name


def _limits(solver: Solver, apart: Iterable[Clash]) -> Iterator[Repair]:
    """The newest version of each package that still has what the other one imports."""
    with index_history(solver.state.as_of, solver.state.pythons[0], solver.uv.clock.early) as history:
        for each in apart:
            having = history.newest_with(each.package.name, each.package.version, each.symbol)
            if having is not None:
                yield Repair("bound", each.package.name, "", f"{each.package.name}=={having.version}", each.reason)
