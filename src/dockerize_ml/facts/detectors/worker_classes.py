"""Which workers of gunicorn carry a program's connections, where those that stay open need others than usual."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from dockerize_ml.facts.outside import WorkerClass
from dockerize_ml.knowledge.gunicorn_workers import gunicorn_workers, holding
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

_MODE = re.compile(r"\basync_mode\s*=\s*[\"'](?P<mode>\w+)")
_FLAGS = ("-k", "--worker-class")


def worker_classes(survey: Survey) -> tuple[WorkerClass, ...]:
    """What the project's own command names, then what the libraries ask for that it imports: the best first."""
    return (*_named(survey), *_asked(survey)) if survey.program else ()


def _named(survey: Survey) -> Iterator[WorkerClass]:
    """What a command says that has gunicorn start the program's file."""
    known = gunicorn_workers()
    for each in survey.spoken.mentioned:
        if each.launch.tool != "gunicorn" or survey.program is None or each.file != survey.program.file:
            continue
        words = [part for word in each.command.argv for part in (word.split("=", 1) if word[:2] == "--" else [word])]
        named = next((after for flag, after in pairwise(words) if flag in _FLAGS), "")
        if named in known:
            yield WorkerClass(name=named, evidence=survey.quote(each.command.at))


def _asked(survey: Survey) -> Iterator[WorkerClass]:
    """What the libraries that it imports ask for, the best first."""
    for row in holding():
        module = row.asks.replace("-", "_")
        for path in survey.program_files:
            line = next((each.line for each in survey.source.lines(path) if each.module == module), None)
            if line is None:
                continue
            chosen = _MODE.search(survey.source.text(path))
            if not chosen or not row.mode or chosen["mode"] == row.mode:
                yield WorkerClass(name=row.worker, threads=row.threads, evidence=survey.quote(Place(path, line)))
            break
