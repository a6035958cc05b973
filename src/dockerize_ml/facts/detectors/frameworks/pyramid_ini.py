"""Pyramid projects that are started from their settings: ``pserve production.ini``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.model import Confidence
from dockerize_ml.facts.program import Program, Reason
from dockerize_ml.facts.registry import framework
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

_APPLICATION = re.compile(r"^use\s*=\s*egg:", re.MULTILINE)
_LISTENS = re.compile(r"^(?:listen|port)\s*=\s*(?:[^\n]*:)?(?P<port>\d{2,5})\s*$", re.MULTILINE)
_USUAL = 6543


@framework("pyramid ini")
def pyramid_ini(survey: Survey) -> Iterator[Program]:
    """``production.ini`` where there is one, else what there is."""
    for path in survey.project.files:
        if not path.endswith(".ini") or path.count("/") > 1 or path.endswith(("alembic.ini", "pytest.ini", "tox.ini")):
            continue
        text = survey.text(path)
        found = _APPLICATION.search(text)
        if found is None:
            continue
        listens = _LISTENS.search(text)
        place = Place(path, text.count("\n", 0, found.start()) + 1)
        is_production = "prod" in path
        yield Program(
            kind="web",
            framework="pyramid",
            entrypoint=path.rpartition("/")[2],
            workdir=path.rpartition("/")[0] or ".",
            file=path,
            line=place.line,
            port=int(listens["port"]) if listens else _USUAL,
            port_confidence=Confidence.CERTAIN if listens else Confidence.GUESS,
            port_because=(survey.quote(Place(path, text.count("\n", 0, listens.start()) + 1)),) if listens else (),
            because=(survey.quote(place),),
            reasons=(Reason(points=6 if is_production else 0, text="the settings for production"),),
        )
