"""The checklist of ``validate``: what was checked, how it went, and what was seen."""

from collections import Counter
from collections.abc import Iterator, Sequence

from dockerize_ml.engine.check import Check, Status
from dockerize_ml.report.cells import pad, width
from dockerize_ml.report.json_text import json_text
from dockerize_ml.report.prose import fold, hanging
from dockerize_ml.report.safe import safe
from dockerize_ml.report.screen import Screen, Style

STYLES: dict[Status, Style] = {"ok": "ok", "warning": "warning", "failed": "error", "skipped": "dim"}
WORDS: dict[Status, str] = {"ok": "passed", "failed": "failed", "warning": "to look at", "skipped": "skipped"}
NAME_CELLS = 40
_MARGIN = 6
_LEAST_ROOM = 20


def checklist(checks: Sequence[Check], screen: Screen) -> str:
    """All rows and the line that counts them."""
    cells = max((width(safe(check.name)) for check in checks), default=0)
    rows = [row for check in checks for row in checklist_rows(check, screen, name_cells=cells)]
    return "\n".join([*rows, "", checklist_summary(checks, screen)]) + "\n"


def checklist_rows(check: Check, screen: Screen, *, name_cells: int = NAME_CELLS) -> Iterator[str]:
    """The row of one check and its hint below it; printed as soon as the check is done.

    Args:
        check: what was checked.
        screen: what can be shown.
        name_cells: the cells that every name takes, so that rows printed one by one stand in columns.
    """
    style = STYLES[check.status]
    sign = screen.paint(screen.sign(check.status), style)
    name = pad(safe(check.name), name_cells)
    # A sign and a colour are not enough: who reads a log searches for the word.
    word = "" if check.status == "ok" else screen.paint(check.status, style)
    seen = (word, screen.paint(safe(check.figure), "bold"), screen.paint(safe(check.detail), "dim"))
    room = None if screen.width is None else max(screen.width - name_cells - _MARGIN, _LEAST_ROOM)
    first, *more = fold("  ".join(text for text in seen if text), room)
    yield f"  {sign} {name}  {first}".rstrip()
    yield from (f"{' ' * (name_cells + _MARGIN)}{line}" for line in more)
    if check.hint:
        arrow = f"      {screen.sign('arrow')} "
        yield from hanging(f"{arrow}{screen.code(safe(check.hint))}", screen, len(arrow))


def checklist_summary(checks: Sequence[Check], screen: Screen) -> str:
    """``7 passed, 1 failed``."""
    by_status = Counter(check.status for check in checks)
    counts = [
        screen.paint(f"{by_status[status]} {word}", STYLES[status])
        for status, word in WORDS.items()
        if by_status[status]
    ]
    return ", ".join(counts) or "Nothing to check."


def checklist_json(checks: Sequence[Check], path: str) -> str:
    """The checklist as JSON; ``ok`` is false where a check failed."""
    rows = [
        {"name": check.name, "status": check.status, "detail": check.detail, "figure": check.figure, "hint": check.hint}
        for check in checks
    ]
    passed = not any(check.status == "failed" for check in checks)
    return json_text({"schema_version": 1, "path": path, "ok": passed, "checks": rows}, indent=2) + "\n"
