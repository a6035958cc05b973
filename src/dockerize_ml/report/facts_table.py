"""``inspect`` for people: each fact, how sure it is, and the line that proves it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from dockerize_ml.facts.model import Evidence, Fact, Facts
from dockerize_ml.facts.program import Program
from dockerize_ml.report.cells import cut, pad, width
from dockerize_ml.report.fact_value import NOT_FOUND, fact_text
from dockerize_ml.report.safe import safe
from dockerize_ml.report.screen import Screen, Style

SURE: dict[str, Style] = {"certain": "ok", "likely": "info", "guess": "warning"}
HEAD = ("fact", "value", "how sure", "evidence")
GAP = 2
VALUE_CELLS = 36  # a longer list is wrapped
EVIDENCE_CELLS = 28  # with less room than this evidence moves below its value
SHOWN_EVIDENCE = 2


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    value: tuple[str, ...]
    sure: str
    proofs: tuple[str, ...]


def facts_table(facts: Facts, screen: Screen, *, verbose: bool = False) -> str:
    """The table of all facts.

    Args:
        facts: what was found.
        screen: what can be shown.
        verbose: every piece of evidence instead of the strongest two.
    """
    rows = [_row(name, fact, screen, verbose=verbose) for name, fact in each_fact(facts)]
    return "".join(f"{line}\n" for line in _lines(rows, screen))


def each_fact(facts: Facts) -> Iterator[tuple[str, Fact[object]]]:
    """Name and fact, in the order of the contract."""
    for name in type(facts).model_fields:
        yield name, getattr(facts, name)


def proof(evidence: Evidence) -> str:
    """A place and what it says there: ``app.py:12  app = Flask(__name__)``."""
    place = evidence.path if evidence.line is None else f"{evidence.path}:{evidence.line}"
    return f"{safe(place)}  {safe(evidence.reason)}".strip()


def programs_list(programs: Sequence[Program], chosen: str, screen: Screen) -> str:
    """The programs of a folder that has several, the chosen one marked."""
    names = max(width(safe(program.name)) for program in programs)
    entries = max(width(safe(program.entrypoint)) for program in programs)
    lines = [f"{len(programs)} programs"]
    for program in programs:
        taken = program.name == chosen
        mark = screen.paint(screen.sign("ok"), "ok") if taken else " "
        name = screen.paint(pad(safe(program.name), names), "bold")
        about = f"{program.kind}, {safe(program.framework)}"
        place = safe(program.file) if program.line is None else f"{safe(program.file)}:{program.line}"
        entry = pad(safe(program.entrypoint), entries)
        lines.append(f"  {mark} {name}  {entry}  {about}  {screen.paint(place, 'dim')}")
    return "\n".join(lines) + "\n"


def _row(name: str, fact: Fact[object], screen: Screen, *, verbose: bool) -> _Row:
    value = fact_text(fact)
    shown = fact.evidence if verbose else fact.evidence[:SHOWN_EVIDENCE]
    proofs = [proof(evidence) for evidence in shown]
    if left := len(fact.evidence) - len(shown):
        proofs.append(f"{screen.sign('cut')} and {left} more")
    sure = "" if value == NOT_FOUND else fact.confidence.value
    return _Row(name, tuple(wrapped(value, _value_cells(screen))), sure, tuple(proofs))


def _value_cells(screen: Screen) -> int:
    return VALUE_CELLS if screen.width is None else min(VALUE_CELLS, screen.width * 3 // 10)


def wrapped(value: str, cells: int) -> Iterator[str]:
    """A list broken at its commas into lines of at most ``cells``; an item that is longer stays whole."""
    line = ""
    for item in value.split(", "):
        joined = f"{line}, {item}" if line else item
        if line and width(joined) > cells:
            yield f"{line},"
            joined = item
        line = joined
    yield line


def _lines(rows: list[_Row], screen: Screen) -> Iterator[str]:
    sizes = (
        max(width(text) for text in (HEAD[0], *(row.name for row in rows))),
        max(width(text) for text in (HEAD[1], *(line for row in rows for line in row.value))),
        len(HEAD[2]),
    )
    indent = sum(sizes) + len(sizes) * GAP
    beside = screen.width is None or screen.width - indent >= EVIDENCE_CELLS
    head = "".join(pad(text, size) + " " * GAP for text, size in zip(HEAD, sizes, strict=False))
    below = sizes[0] + GAP
    yield screen.paint(head + HEAD[3] if beside else head.rstrip(), "dim")
    for row in rows:
        proofs = [_proof_line(text, indent if beside else below, screen) for text in row.proofs]
        yield from _row_lines(row, sizes, proofs if beside else [], screen)
        if not beside:
            yield from (" " * below + line for line in proofs)


def _proof_line(text: str, indent: int, screen: Screen) -> str:
    room = None if screen.width is None else screen.width - indent
    return screen.paint(cut(text, room, screen), "dim")


def _row_lines(row: _Row, sizes: tuple[int, int, int], proofs: list[str], screen: Screen) -> Iterator[str]:
    """The lines of one row: the name and how sure on the first, the value and the evidence on as many as they need."""
    for at, (value, shown) in enumerate(zip_longest(row.value, proofs, fillvalue="")):
        # Padded before painting, because colour codes take no room.
        name, sure = (row.name, row.sure) if at == 0 else ("", "")
        cells = (
            _cell(name, sizes[0], "bold", screen),
            _cell(value, sizes[1], "dim" if value == NOT_FOUND else None, screen),
            _cell(sure, sizes[2], SURE.get(sure), screen),
            shown,
        )
        yield (" " * GAP).join(cells).rstrip()


def _cell(text: str, size: int, style: Style | None, screen: Screen) -> str:
    return (screen.paint(text, style) if style else text) + " " * (size - width(text))
