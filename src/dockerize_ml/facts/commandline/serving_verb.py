"""Which verb of a program's command line serves, and how it is told where to listen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.facts.commandline.asked_folders import folders_for, shown
from dockerize_ml.facts.commandline.effects import Effects, Outcome
from dockerize_ml.facts.commandline.told_verb import told_verb
from dockerize_ml.facts.commandline.verb import UNKNOWN
from dockerize_ml.facts.commandline.verbs import verbs
from dockerize_ml.facts.commandline.written import written_address
from dockerize_ml.facts.finding.ports import Host, Listening, listening
from dockerize_ml.facts.model import Confidence, Evidence
from dockerize_ml.facts.program import EVERY_INTERFACE, PORT
from dockerize_ml.knowledge.servers import host_options, lasting_words, pair_options, port_options, verb_rank
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.commandline.verb import Option, Verb
    from dockerize_ml.facts.finding.starts import Start
    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.survey import Survey

_OPEN = frozenset({EVERY_INTERFACE, "", "::", "[::]", "*"})
_ADDRESS = re.compile(r"(?P<host>localhost|\d+\.\d+\.\d+\.\d+|\*|\[[:\da-f]*\])?:(?P<port>\d{2,5})/?")
_WORDS = re.compile(r"[-_.]")
_DEFAULT = re.compile(r"\bdefaults?(?: is| to|:|=)?\s*[`'\"]?(?P<port>\d{2,5})\b", re.IGNORECASE)
# Where nothing tells a port, and the program takes any.
_USUAL = 8000
# Words that follow a name tell more than ten verbs that nobody ranked.
_UNRANKED = 100


class ServingVerb(NamedTuple):
    """How a program is told to serve.

    Attributes:
        arguments: what is typed behind its name.
        listening: where it listens then.
        asks: options and arguments that it refuses to start without.
        folders: those that it is given, each with the option that asks for it.
        because: what declares the verb, and the calls that serve.
        starts: the starting calls that it comes to.
    """

    arguments: tuple[str, ...]
    listening: Listening
    asks: tuple[Evidence, ...]
    folders: tuple[tuple[str, Evidence], ...]
    because: tuple[Evidence, ...]
    starts: tuple[Start, ...]


class _Chosen(NamedTuple):
    """An option, the name of it to type, and whether it stands before the words."""

    option: Option
    name: str
    is_before: bool


class _Typed(NamedTuple):
    """What is typed before and behind the words of a verb."""

    before: tuple[str, ...]
    behind: tuple[str, ...]

    def with_words(self, chosen: _Chosen, value: str) -> _Typed:
        """With one option more."""
        return self._with((chosen.name, value), is_before=chosen.is_before)

    def with_folder(self, option: Option, folder: str, *, is_before: bool) -> _Typed:
        """With a folder for an option, or for an argument that is known by its place."""
        return self._with((max(option.names, key=len), folder) if option.names else (folder,), is_before=is_before)

    def _with(self, words: tuple[str, ...], *, is_before: bool) -> _Typed:
        if is_before:
            return self._replace(before=(*self.before, *words))
        return self._replace(behind=(*self.behind, *words))


class _Candidate(NamedTuple):
    rank: tuple[int, bool, int]
    verb: Verb
    effects: Effects
    told: Place | None = None


def serving_verb(survey: Survey, program: Program) -> ServingVerb | None:
    """The verb that serves, of the program that a file or a console script is; None where none is sure to."""
    if not _can_serve(survey, program):
        return None
    candidates = list(_candidates(survey, program))
    if not candidates:
        return None
    _, verb, effects, told = min(candidates, key=lambda one: one.rank)
    calls = {id(start.call): start for start in survey.starts}
    starts = tuple(calls[id(call)] for call, _ in effects.found if id(call) in calls)
    found = listening(survey, starts)
    if found.port is None and not found.variable:
        found = written_address(survey, program) or found
    typed, found = _told(survey, verb, found)
    asked = tuple(_asked(verb))
    given = folders_for(asked)
    for option, folder in given:
        typed = typed.with_folder(option, folder, is_before=option in verb.earlier)
    serving = [Place(scope.module.path, call.lineno) for call, scope in effects.found]
    places = dict.fromkeys((*([verb.at] if verb.words else ()), *serving[:1], *([told] if told else ())))
    return ServingVerb(
        arguments=(*typed.before, *verb.words, *typed.behind),
        listening=found,
        asks=() if given else tuple(map(shown, asked)),
        folders=tuple((folder, shown(option)) for option, folder in given),
        because=tuple(survey.quote(place) for place in places),
        starts=starts,
    )


def _can_serve(survey: Survey, program: Program) -> bool:
    """Whether anything in the program's files looks like a server at all; most programs are spared the rest."""
    files = set(survey.source.reachable(program.file))
    if any(start.at.path in files for start in survey.starts):
        return True
    return any("serve" in survey.source.text(path) or "Server" in survey.source.text(path) for path in files)


def _candidates(survey: Survey, program: Program) -> Iterator[_Candidate]:
    for position, found in enumerate(verbs(survey, program)):
        verb, effects, outcome = _startable(survey, found)
        name = verb.words[-1] if verb.words else program.entrypoint.rpartition("/")[2].removesuffix(".py")
        known = verb_rank(name) if verb.words else 0
        by_name = _UNRANKED + position if known is None else 2 * _UNRANKED if known < 0 else known
        if outcome is Outcome.SERVES or (outcome is Outcome.PERHAPS and _sounds_like_it(name)):
            yield _Candidate((int(outcome is not Outcome.SERVES), bool(verb.words), by_name), verb, effects)
        elif outcome is Outcome.RETURNS and by_name < _UNRANKED and _takes_port(verb):
            # What cannot be followed to its end serves all the same where it is called so, and told to.
            told = told_verb(survey, program, verb)
            if told is not None:
                yield _Candidate((2, True, by_name), verb, effects, told)


def _takes_port(verb: Verb) -> bool:
    return _first(verb, port_options() | pair_options()) is not None


def _startable(survey: Survey, verb: Verb) -> tuple[Verb, Effects, Outcome]:
    """The verb and what comes of it; of an option that it only complains of, it is taken to ask."""
    effects = Effects(survey, verb)
    outcome = effects.outcome()
    if outcome is not Outcome.COMPLAINS:
        return verb, effects, outcome
    for option in (*verb.options, *verb.earlier):
        if option.held is None:
            asking = _asking(verb, option)
            asked = Effects(survey, asking)
            if (then := asked.outcome()) in {Outcome.SERVES, Outcome.PERHAPS}:
                return asking, asked, then
    return verb, effects, outcome


def _asking(verb: Verb, wanted: Option) -> Verb:
    """The verb with an option that has to be given, so that nobody knows what it holds."""
    options, earlier = (
        tuple(one._replace(is_required=True) if one is wanted else one for one in many)
        for many in (verb.options, verb.earlier)
    )
    return verb._replace(options=options, earlier=earlier, holds={**verb.holds, wanted.holder: UNKNOWN})


def _sounds_like_it(name: str) -> bool:
    known = verb_rank(name)
    if known is not None:
        return known >= 0
    return bool(lasting_words().intersection(_WORDS.split(name.lower())))


def _told(survey: Survey, verb: Verb, found: Listening) -> tuple[_Typed, Listening]:
    """What to type, and where the program listens then."""
    host, port = _first(verb, host_options() | pair_options()), _first(verb, port_options())
    typed = _Typed((), ())
    if host is not None:
        pair = _ADDRESS.fullmatch(str(host.option.held))
        if pair is not None:
            found = found._replace(port=int(pair["port"]), confidence=Confidence.CERTAIN)
            found = found._replace(because=(survey.quote(host.option.at),))
        is_open = host.option.held in _OPEN or (pair is not None and (pair["host"] or "") in _OPEN)
        if pair is not None or is_open or host.name in host_options() or host.option.held is not None:
            address = f"{EVERY_INTERFACE}:{PORT}" if pair else EVERY_INTERFACE
            typed = typed if is_open else typed.with_words(host, address)
            found = found._replace(host=Host(EVERY_INTERFACE))
    if port is not None:
        number = _number(survey, port.option) or found.port or _USUAL
        sure = _number(survey, port.option) is not None
        because = (survey.quote(port.option.at),) if sure or found.port is None else found.because
        found = found._replace(port=number, confidence=Confidence.CERTAIN if sure else found.confidence)
        found = found._replace(because=because)
        typed = typed.with_words(port, PORT)
    return typed, found


def _number(survey: Survey, option: Option) -> int | None:
    """The port that an option takes when it is not given; some say it in their help only."""
    folded = survey.folder.fold(option.default, option.scope)
    if folded is not None and folded.port is not None:
        return folded.port
    told = _DEFAULT.search(option.told)
    return int(told["port"]) if told else None


def _first(verb: Verb, names: frozenset[str]) -> _Chosen | None:
    """The first option of one of these names."""
    for is_before, options in ((False, verb.options), (True, verb.earlier)):
        for option in options:
            name = next((name for name in option.names if name in names), None)
            if name is not None and option.takes_value:
                return _Chosen(option, name, is_before)
    return None


def _asked(verb: Verb) -> Iterator[Option]:
    told = host_options() | pair_options() | port_options()
    for option in (*verb.earlier, *verb.options):
        if option.is_required and not told.intersection(option.names):
            yield option
