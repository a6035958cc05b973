"""``inspect`` for people: each fact, how sure it is, and the line that proves it."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Final

from dockerize_ml.facts.model import Evidence, Fact, Facts
from dockerize_ml.facts.program import Program
from dockerize_ml.report.cells import pad, width
from dockerize_ml.report.fact_value import NOT_FOUND, fact_text
from dockerize_ml.report.rows import SURE, Head, Row, laid_out
from dockerize_ml.report.safe import safe
from dockerize_ml.report.screen import PLAIN, Screen

HEAD: Final[Head] = ("fact", "value", "how sure", "evidence")
SHOWN_EVIDENCE = 2


def facts_table(facts: Facts, screen: Screen, *, verbose: bool = False) -> str:
    """The table of all facts.

    Args:
        facts: what was found.
        screen: what can be shown.
        verbose: every piece of evidence instead of the strongest two.
    """
    limit = None if verbose else SHOWN_EVIDENCE
    rows = [fact_row(name, fact, screen, limit) for name, fact in each_fact(facts)]
    return "".join(f"{line}\n" for line in laid_out(rows, screen, head=HEAD))


def each_fact(facts: Facts) -> Iterator[tuple[str, Fact[object]]]:
    """Name and fact, in the order of the contract."""
    for name in (each.name for each in fields(facts)):
        yield name, getattr(facts, name)


def fact_row(name: str, fact: Fact[object], screen: Screen, limit: int | None) -> Row:
    """A fact as a row with at most ``limit`` pieces of evidence."""
    value = fact_text(fact)
    proofs = [proof(evidence, screen) for evidence in fact.evidence[:limit]]
    if left := len(fact.evidence) - len(proofs):
        proofs.append(f"{screen.sign('cut')} and {left} more")
    sure = "" if value == NOT_FOUND else fact.confidence.value
    return Row(name, fact_text(fact, screen.said), screen.said(sure), tuple(proofs), SURE.get(sure))


def proof(evidence: Evidence, screen: Screen = PLAIN) -> str:
    """A place and what it says there: ``app.py:12  app = Flask(__name__)``."""
    reason = safe(screen.said(evidence.reason))
    if evidence.path in {"", "."}:
        return reason
    place = evidence.path if evidence.line is None else f"{evidence.path}:{evidence.line}"
    return f"{safe(place)}  {reason}".strip()


def programs_list(programs: Sequence[Program], chosen: str, screen: Screen) -> str:
    """The programs of a folder that has several, the chosen one (its name) marked."""
    names = max((width(safe(program.name)) for program in programs), default=0)
    entries = max((width(safe(program.entrypoint)) for program in programs), default=0)
    taken = next((program for program in programs if program.name == chosen), None)
    lines = [screen.code(screen.said(f"{len(programs)} programs; `--service NAME` picks one"))]
    for program in programs:
        mark = screen.paint(screen.sign("ok"), "ok") if program is taken else " "
        name = screen.paint(safe(program.name), "bold") + " " * (names - width(safe(program.name)))
        entry = pad(safe(program.entrypoint), entries)
        about = f"{screen.said(program.kind)}, {safe(program.framework)}"
        place = safe(program.file) if program.line is None else f"{safe(program.file)}:{program.line}"
        cells = (f"  {mark}", *([name] if names else []), f" {entry} ", f"{about} ", screen.paint(place, "dim"))
        lines.append(" ".join(cells))
    return "\n".join(lines) + "\n"
