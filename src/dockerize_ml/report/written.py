"""What ``init`` shows: what was found, what it writes, and what to do next."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from heapq import nlargest
from typing import Final

from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.facts.model import Facts
from dockerize_ml.project.build_context import megabytes
from dockerize_ml.report.fact_value import NONE, NOT_FOUND, fact_text
from dockerize_ml.report.facts_table import each_fact, fact_row, programs_list
from dockerize_ml.report.prose import folded
from dockerize_ml.report.rows import Row, laid_out
from dockerize_ml.report.safe import safe
from dockerize_ml.report.screen import Screen

SHOWN_COMMANDS = 3
BIGGEST = 3
_CONTEXT = "Build context:"
ORDINARY: Final = frozenset({("workdir", "."), ("accelerator", "cpu")})  # not worth a line


def found_lines(found: Inspection, screen: Screen) -> Iterator[str]:
    """What was found, in short: what decides the image, each with the line that proves it."""
    yield screen.paint(screen.said("Found"), "bold")
    yield from laid_out(list(_rows(found.facts, screen)), screen, indent=2)
    offered = [each for each in found.programs if each is found.programs[0] or not each.is_part]
    if len(offered) > 1:
        yield ""
        yield programs_list(offered, found.programs[0].name, screen).rstrip("\n")
    for note in found.notes:
        yield from noted(screen.said(note), screen)
    yield ""


def context_lines(before: int, files: Mapping[str, int], screen: Screen) -> Iterator[str]:
    """How much a build sends to the engine without and with the new .dockerignore, and what is big in it."""
    total = sum(files.values())
    biggest = nlargest(BIGGEST, files.items(), key=lambda each: each[1])
    shown = ", ".join(f"{safe(path)} {megabytes(size)}" for path, size in biggest)
    saved = f"{megabytes(before)} → " if before > total else ""
    told = screen.said(f"{saved}{megabytes(total)}; the biggest: {shown}" if files else "nothing")
    title = screen.said(_CONTEXT)
    first, *rest = folded(told, screen, indent=len(title) + 1)
    yield f"{screen.paint(title, 'bold')} {first.strip()}"
    yield from rest


def noted(text: str, screen: Screen, hint: str = "") -> Iterator[str]:
    """Something to know that is no fault: what was added, what could not be read."""
    label = screen.paint(screen.said("note:"), "info")
    first, *rest = folded(safe(text), screen, indent=6)
    yield f"{label} {first[6:]}"
    yield from rest
    if hint:
        yield from folded(safe(hint), screen, indent=6)


def next_lines(commands: Sequence[str], screen: Screen) -> Iterator[str]:
    """At most three commands to run next."""
    yield ""
    yield screen.paint(screen.said("Next"), "bold")
    for command in commands[:SHOWN_COMMANDS]:
        yield f"  {screen.paint(safe(command), 'code')}"


def _rows(facts: Facts, screen: Screen) -> Iterator[Row]:
    for name, fact in each_fact(facts):
        row = fact_row(name, fact, screen, 1)
        if fact_text(fact) not in {NOT_FOUND, NONE} and (name, row.value) not in ORDINARY:
            yield replace(row, proofs=row.proofs[:1])
