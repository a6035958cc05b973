"""The program's own way to end when it is told by SIGTERM, as `docker stop` does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.source.aside import why_aside
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from dockerize_ml.facts.model import Evidence
    from dockerize_ml.facts.survey import Survey

# ``signal.signal(signal.SIGTERM, stop)``, ``loop.add_signal_handler(SIGTERM, stop)``, and either in a loop over both.
_CALL = r"(?:\w+\.)*(?:signal|add_signal_handler)\(\s*"
_HANDLER = r"\s*,(?!\s*(?:\w+\.)*SIG_(?:DFL|IGN)\b)"
_HANDLES = re.compile(
    rf"^[ \t]*{_CALL}(?:\w+\.)*SIGTERM{_HANDLER}"
    rf"|^[ \t]*for[ \t]+(?P<each>\w+)[ \t]+in[^\n]*\bSIGTERM\b[^\n]*:\s*{_CALL}(?P=each){_HANDLER}",
    re.MULTILINE,
)


def own_stop(survey: Survey) -> Evidence | None:
    """The first line of the program that gives SIGTERM a handler; None where none does."""
    for path in survey.program_files:
        text = "" if why_aside(path) else survey.source.text(path)
        found = _HANDLES.search(text) if "SIGTERM" in text else None
        if found is not None:
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            return survey.quote(Place(path, text.count("\n", 0, start) + 1))
    return None
