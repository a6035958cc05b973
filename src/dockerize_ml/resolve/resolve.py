"""From a project, what was found in it and what the user wants to a lock, or to the reason why there is none."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import partial

from dockerize_ml.config import Settings
from dockerize_ml.facts.finding.old_uses import OldUse, old_uses
from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.facts.needed_imports import Imported, needed_names, needed_sources
from dockerize_ml.knowledge.torch_users import only_for_gpus, torch_family
from dockerize_ml.manifests.in_step import out_of_step
from dockerize_ml.manifests.lock_header import (
    APART,
    AS_OF,
    COMPILED,
    INPUTS,
    KEPT,
    NAME,
    PYTHON,
    WITHOUT,
    fields,
    is_our_lock,
    value_of,
)
from dockerize_ml.manifests.names import distribution
from dockerize_ml.project.project import Project
from dockerize_ml.resolve.build_order import dependencies_first
from dockerize_ml.resolve.compiled import compiled
from dockerize_ml.resolve.lacking import lacking, missing_modules, unknown_modules
from dockerize_ml.resolve.lockfile import lock_text, told
from dockerize_ml.resolve.model import Apart, Ask, Failure, Lock, Locked, OwnLock, Question, Repair, Resolution
from dockerize_ml.resolve.namesakes import namesakes
from dockerize_ml.resolve.need import Need, need_of
from dockerize_ml.resolve.of_conda import whole
from dockerize_ml.resolve.of_its_time import of_its_time
from dockerize_ml.resolve.outgrown import Outgrown, outgrown
from dockerize_ml.resolve.outmoded import outmoded
from dockerize_ml.resolve.output import locked_in, without
from dockerize_ml.resolve.processors import for_processors
from dockerize_ml.resolve.pythons import is_settled, is_stated, of_the_time, why_stated
from dockerize_ml.resolve.question import question_of, unusual_platforms
from dockerize_ml.resolve.relaxing import is_pinned, specifier_of
from dockerize_ml.resolve.repairs import merged
from dockerize_ml.resolve.running import running
from dockerize_ml.resolve.solve import Solver, Tell
from dockerize_ml.resolve.torch_index import answers, is_from, is_named, takes_part
from dockerize_ml.resolve.undeclared import program_texts
from dockerize_ml.resolve.uv import Clock, NoUvError, TimeUpError, Uv

SECONDS = 60.0
# What is added may bring something that is beyond a limit.
_MOST_ROUNDS = 3
_TOO_LONG = Failure("The resolver took too long.", "Run `dockerize-ml lock` for another try; what it fetched is kept.")
# What to ask for besides, by a set; and a set with what is fetched apart from it.
_Wanted = Callable[[tuple[Locked, ...]], Iterator[Repair]]
_Parted = tuple[tuple[Locked, ...], tuple[Apart, ...]]


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user wants of a lock.

    Attributes:
        lock: true makes one in any case, false none; None where one is needed.
        offline: ask nobody; a lock that is there still counts.
        upgrade: resolve although nothing changed.
        keep: names of distributions whose repairs are refused.
        seconds: what the whole may take.
    """

    lock: bool | None = None
    offline: bool = False
    upgrade: bool = False
    keep: frozenset[str] = frozenset()
    seconds: float = SECONDS


def resolve(
    project: Project, inspection: Inspection, settings: Settings, wish: Wish, tell: Tell = lambda _: None
) -> Resolution:
    """The lock for a project.

    Args:
        project: whose files; a lock of ours may be among them.
        inspection: what was found in it without that lock.
        settings: what the user decided.
        wish: what the user wants.
        tell: hears what the resolver is at.
    """
    is_general = _is_torch_general(inspection, settings, wish)
    settings = settings.model_copy(update={"torch_index": "general"}) if is_general else settings
    return replace(_resolved(project, inspection, settings, wish, tell), is_torch_general=is_general)


def _is_torch_general(inspection: Inspection, settings: Settings, wish: Wish) -> bool:
    """Whether PyTorch has to come from the general index: the user says so, or its own does not answer."""
    if settings.torch_index is not None or wish.offline or not takes_part(inspection):
        return settings.torch_index == "general"
    return not answers(Uv(Clock.of(wish.seconds)))


def _resolved(project: Project, inspection: Inspection, settings: Settings, wish: Wish, tell: Tell) -> Resolution:
    need = need_of(project, inspection)
    own = _own_lock(project, inspection, need, wish)
    if own is not None and not need.is_needed:
        return Resolution(need.why, own=own)
    against = _against(project, need, wish)
    if against:
        return Resolution(against)
    earlier = project.text(NAME) if project.exists(NAME) else ""
    kept = wish.keep | {field.value for field in fields(earlier) if field.name == KEPT}
    question = question_of(project, inspection, settings, kept)
    if earlier and not wish.upgrade and holds(earlier, question, settings):
        missing = missing_modules(project, inspection, question, _names_in(earlier))
        if not any(missing):
            return Resolution(need.why, text=earlier)
    why = need.why if need.is_needed or wish.lock or earlier else _need_after_all(question, wish)
    if question.torch_index == "general" and is_named(inspection) and not need.is_needed:
        why = "PyTorch's own index, which it names, does not answer"
    if not why:
        return Resolution(need.why)
    made = _made(project, inspection, question, wish, tell)
    if isinstance(made, Failure):
        return Resolution(why, failure=made) if own is None else Resolution(why, own=own)
    return Resolution(why, text=lock_text(made), lock=made)


def _own_lock(project: Project, inspection: Inspection, need: Need, wish: Wish) -> OwnLock | None:
    manifest, path = inspection.manifest, need.own
    if manifest is None or not path or wish.lock is False:
        return None
    is_list = path == manifest.path and manifest.manager == "pip"
    hint = "Make it anew with the tool that wrote it." if is_list else f"Run `{manifest.manager} lock`."
    return OwnLock(path, hint, out_of_step(project, manifest, path))


def _against(project: Project, need: Need, wish: Wish) -> str:
    """Why there shall be no lock; empty where there shall be one."""
    if wish.lock is False:
        return "no lock is wished"
    if not need.is_possible:
        return need.why
    if project.exists(NAME):
        return "" if is_our_lock(project.text(NAME)) else f"`{NAME}` is there already, and somebody else wrote it"
    return ""


def _need_after_all(question: Question, wish: Wish) -> str:
    """What is wrong with requirements that are all pinned: something is lacking, or the pins are old."""
    lacking_one = next((ask for ask in question.asks if ask.is_advice and not ask.instead_of), None)
    if lacking_one is not None:
        return f"`{lacking_one.name}` is needed and nothing brings it"
    if wish.offline or question.is_dated:
        return ""
    solver = Solver(_uv(question, wish), question, lambda _: None)
    try:
        failure = solver.look_at_pins()
    except (NoUvError, TimeUpError):
        return ""
    if failure is not None:
        return ""
    if solver.state.repairs:
        return told(solver.state.repairs[0])
    return (
        f"its pins are of {solver.state.as_of}, and what they bring along is not pinned" if solver.state.as_of else ""
    )


def holds(text: str, question: Question, settings: Settings) -> bool:
    """Whether a lock that is there answers the question; a date or a Python that the user sets has to be its own."""
    same_day = settings.as_of in {None, "auto"} or value_of(text, AS_OF).startswith(f"{settings.as_of},")
    same_python = settings.python is None or value_of(text, PYTHON).startswith(f"{settings.python},")
    return value_of(text, INPUTS) == question.digest and same_day and same_python and is_from(text, question)


def _names_in(text: str) -> set[str]:
    """The distributions that a lock brings, and those that it could not get."""
    beside = {distribution(field.value) for field in fields(text) if field.name in {APART, COMPILED, WITHOUT}}
    return {*beside, *(each.name for each in locked_in(text))}


def _made(project: Project, inspection: Inspection, question: Question, wish: Wish, tell: Tell) -> Lock | Failure:
    if wish.offline:
        return Failure("The package index is not asked offline.", "Leave out `--offline`.", is_wished=True)
    try:
        return whole(project, inspection, _asked_anywhere(project, inspection, question, wish, tell))
    except NoUvError:
        return Failure("uv is not installed.", "`pip install uv`.")


def _asked_anywhere(
    project: Project, inspection: Inspection, question: Question, wish: Wish, tell: Tell
) -> Lock | Failure:
    """The lock out of the project's own places; where a mirror does not answer, out of the index that it copies."""
    made = _asked(project, inspection, question, _uv(question, wish), tell)
    places = question.places.without_mirrors
    if not isinstance(made, Failure) or not made.is_unreachable or places == question.places:
        return made
    question = replace(question, places=places)
    return _asked(project, inspection, question, _uv(question, wish), tell)


def _uv(question: Question, wish: Wish) -> Uv:
    return Uv(Clock.of(wish.seconds), question.places, question.platforms)


def _asked(project: Project, inspection: Inspection, question: Question, uv: Uv, tell: Tell) -> Lock | Failure:
    """The lock, or why there is none and where the search stood."""
    solver = Solver(uv, question, tell)
    try:
        made = _searched(project, inspection, question, solver)
    except TimeUpError:
        made = _TOO_LONG
    if not isinstance(made, Failure):
        return made
    # An index that tells no days, PyTorch's for one, would have nothing to install.
    is_dated = not (question.places.options or takes_part(inspection))
    pythons, day = solver.state.pythons, solver.state.as_of if is_dated else None
    is_free = not (question.is_python_fixed or is_settled(question.python))
    return replace(made, python=of_the_time(pythons, day) if day and is_free else pythons[0], as_of=day)


def _searched(project: Project, inspection: Inspection, question: Question, solver: Solver) -> Lock | Failure:
    failure = solver.look_at_pins()
    if failure is not None:
        return failure
    uses = tuple(old_uses(program_texts(project, inspection)))
    found = _first_set(solver, uses)
    if isinstance(found, Failure):
        return found
    found = of_its_time(solver, found)
    imported = tuple(needed_names(project, inspection))
    limited = partial(_limits_in, solver, uses, imported)
    complete = _completed(solver, found, limited, partial(_lacking_in, project, inspection, solver))
    # What was added may have got a version of long before, too.
    found = of_its_time(solver, complete) if complete is not found else complete
    found = running(solver, found, imported, tuple(needed_sources(project, inspection)))
    found = _with_cpu_builds(solver, found)
    state = solver.state
    from_source = compiled(solver.uv, state, dependencies_first(found))
    built = {distribution(each.text) for each in from_source}
    packages, aparts = _for_device(found, question, inspection, solver.uv)
    asks = {ask.name: ask for ask in state.asks}
    return Lock(
        python=state.pythons[0],
        python_why=_python_why(solver, question, inspection),
        as_of=state.as_of,
        as_of_why=state.as_of_why + _undated(solver),
        sources=question.sources,
        digest=question.digest,
        packages=tuple(replace(each, via=tuple(_told(each, asks))) for each in packages if each.name not in built),
        aparts=aparts,
        repairs=tuple(_done(solver, question)),
        compiled=from_source,
        kept=tuple(sorted(question.kept)),
        platforms=unusual_platforms(question.platforms),
        options=question.places.lines,
        without=tuple(sorted({distribution(text) for text in solver.taken_back} - {each.name for each in found})),
        is_cut_short=solver.uv.clock.early.is_over,
    )


def _first_set(solver: Solver, uses: tuple[OldUse, ...]) -> tuple[Locked, ...] | Failure:
    """The set within the limits of what the program uses, where there is one; their days tell the time of the rest."""
    before = deepcopy(solver.state)
    asked = {ask.name: specifier_of(ask) for ask in before.asks if not is_pinned(ask) and "@" not in ask.text}
    limits = _limited(solver, outmoded(solver.uv, uses, asked))
    found = solver.solve()
    if limits and isinstance(found, Failure):
        solver.state = before
        return solver.solve()
    return found


def _limited(solver: Solver, limits: Iterable[Outgrown]) -> tuple[Repair, ...]:
    """Set the limits that the user does not refuse and the project's time does not set already; they tell it, too."""
    day, kept = solver.state.as_of, solver.question.kept
    wanted = [each for each in limits if each.repair.name not in kept and (day is None or each.day < day)]
    solver.add(each.repair for each in wanted)
    if wanted:
        solver.date_by(*min((each.day, each.why) for each in wanted))
    return tuple(each.repair for each in wanted)


def _with_cpu_builds(solver: Solver, found: tuple[Locked, ...]) -> tuple[Locked, ...]:
    try:
        return for_processors(solver, found, solver.question)
    except TimeUpError:
        return found


def _undated(solver: Solver) -> str:
    """Where the day does not count."""
    if solver.uv.places.is_dated or solver.state.as_of is None:
        return ""
    return f"; {solver.uv.places.names} tells no days, so its newest versions are taken"


def _completed(solver: Solver, found: tuple[Locked, ...], limited: _Wanted, lacked: _Wanted) -> tuple[Locked, ...]:
    """The set within its limits and with what it lacks; where that cannot be had, or takes too long, as it was."""
    for number in range(_MOST_ROUNDS + 1):
        before = deepcopy(solver.state)
        try:
            more = tuple((lacked if number else limited)(found))
            better = solver.solve() if more else found
        except TimeUpError:
            better = Failure("The time is over.")
        if isinstance(better, Failure):
            solver.state = before
            return found
        if not more and number:
            return better
        found = better
    return found


def _lacking_in(
    project: Project, inspection: Inspection, solver: Solver, found: tuple[Locked, ...]
) -> Iterator[Repair]:
    """What to ask for besides, since the set lacks it."""
    wanted = lacking(project, inspection, solver.question, found, solver.state)
    strangers = unknown_modules(project, inspection, solver.question, found)
    state = solver.state
    namesaken = namesakes(solver.uv, project, strangers, state.as_of, state.pythons[0])
    more = [each for each in (*wanted, *namesaken) if each.new not in solver.taken_back]
    solver.add(more)
    yield from more


def _limits_in(
    solver: Solver, uses: tuple[OldUse, ...], imported: tuple[Imported, ...], found: tuple[Locked, ...]
) -> Iterator[Repair]:
    """Limits by what the program imports, or uses, and the set does not have; they tell its time, too."""
    free = tuple(each for each in found if not solver.is_pinned(each.name) and each.name not in solver.state.sources)
    told = tuple(outmoded(solver.uv, uses, {each.name: each.version for each in free}))
    limited = {each.repair.name for each in told}
    rest = tuple(each for each in free if each.name not in limited)
    seen = outgrown(solver.uv, imported, rest, solver.state.as_of, solver.state.pythons[0])
    yield from _limited(solver, (*told, *seen))


def _done(solver: Solver, question: Question) -> Iterator[Repair]:
    """The repairs that were made in the end; what did not fit was taken back."""
    for repair in merged((*question.repairs, *solver.state.repairs)):
        if repair.new not in solver.taken_back:
            yield repair


def _for_device(found: tuple[Locked, ...], question: Question, inspection: Inspection, uv: Uv) -> _Parted:
    """The set that has one hash for everybody, PyTorch's apart; its index is not asked twice, as `takes_part` tells."""
    own = [each for each in found if each.name in torch_family()]
    chosen = {distribution(apart.text) for apart in question.aparts} & torch_family()
    if not own or (question.accelerator == "cuda" and not chosen):
        return found, question.aparts
    is_silent = question.torch_index is None and not (takes_part(inspection) or answers(uv))
    if question.torch_index == "general" or is_silent:
        return found, tuple(apart for apart in question.aparts if distribution(apart.text) not in chosen)
    reason = "PyTorch's own index has the build without CUDA"
    exact = tuple(Apart(each.text, reason) for each in own if each.name not in chosen)
    return without(found, torch_family(), only_for_gpus()), (*exact, *question.aparts)


def _python_why(solver: Solver, question: Question, inspection: Inspection) -> str:
    fact = inspection.facts.python
    if question.is_python_fixed:
        return "set by you"
    if solver.state.python_why:
        return solver.state.python_why
    if is_stated(fact) and fact.value == solver.state.pythons[0]:
        return why_stated(fact)
    return "it suits every package"


def _told(package: Locked, asks: Mapping[str, Ask]) -> Iterator[str]:
    """Who asked for it: other packages by their names, the project by the line."""
    for who in package.via:
        if who.startswith("-r "):
            ask = asks.get(package.name)
            yield str(ask.at) if ask and ask.at else "what was added"
        elif not who.startswith("-c "):
            yield who
