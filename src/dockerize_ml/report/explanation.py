"""``inspect --explain FACT``: the whole reasoning behind one fact, the losers included."""

from collections.abc import Iterator
from dataclasses import fields
from difflib import get_close_matches

from dockerize_ml.errors import UsageError
from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.facts.model import Fact, Facts
from dockerize_ml.facts.program import Program
from dockerize_ml.report.fact_value import fact_text, value_text
from dockerize_ml.report.facts_table import each_fact, proof
from dockerize_ml.report.prose import folded
from dockerize_ml.report.rows import SURE
from dockerize_ml.report.safe import safe
from dockerize_ml.report.screen import Screen

OF_A_PROGRAM = frozenset({"kind", "framework", "entrypoint", "workdir", "port", "health_path"})


def explanation(name: str, found: Inspection, screen: Screen) -> str:
    """Why a fact has the value it has.

    Args:
        name: the fact's, with ``-`` or ``_``.
        found: what was found out about the project.
        screen: what can be shown.

    Raises:
        UsageError: there is no such fact.
    """
    known = dict(each_fact(found.facts))
    fact = known.get(name.replace("-", "_"))
    if fact is None:
        raise _no_such_fact(name)
    lines = [_headline(name, fact, screen), *_because(fact, screen), *_losers(fact, screen)]
    if name.replace("-", "_") in OF_A_PROGRAM and len(found.programs) > 1:
        lines += _programs(found.programs, screen)
    return "\n".join(lines) + "\n"


def _headline(name: str, fact: Fact[object], screen: Screen) -> str:
    sure = screen.paint(fact.confidence.value, SURE[fact.confidence.value])
    return f"{screen.paint(safe(name), 'bold')} {screen.sign('arrow')} {fact_text(fact)}  ({sure})"


def _because(fact: Fact[object], screen: Screen) -> Iterator[str]:
    yield ""
    yield screen.paint("Because", "bold")
    if not fact.evidence:
        yield "  nothing in the project says otherwise"
    for evidence in fact.evidence:
        yield f"  {proof(evidence)}"


def _losers(fact: Fact[object], screen: Screen) -> Iterator[str]:
    yield ""
    if not fact.alternatives:
        yield screen.paint("Nothing else was in question.", "dim")
        return
    yield screen.paint("And not", "bold")
    for loser in fact.alternatives:
        yield from folded(f"{value_text(loser.value)}: {safe(loser.reason)}", screen, indent=2)


def _programs(programs: tuple[Program, ...], screen: Screen) -> Iterator[str]:
    yield ""
    yield screen.paint("Programs, best first", "bold")
    for program in programs:
        place = safe(program.file) if program.line is None else f"{safe(program.file)}:{program.line}"
        points = screen.paint(f"{program.score:>4}", "bold")
        yield f"  {points}  {safe(program.entrypoint)}  {screen.paint(f'{safe(program.framework)}, {place}', 'dim')}"
        for reason in program.reasons:
            yield f"        {reason.points:+d}  {screen.paint(safe(reason.text), 'dim')}"


def _no_such_fact(name: str) -> UsageError:
    names = tuple(each.name for each in fields(Facts))
    close = get_close_matches(name.replace("-", "_"), names, n=1)
    guess = f"Did you mean `{close[0]}`? " if close else ""
    return UsageError(reason=f"There is no fact `{name}`.", hint=f"{guess}Choose from: {', '.join(names)}.")
