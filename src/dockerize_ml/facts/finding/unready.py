"""Settings of a Django site for its deployment, that wait for what is set up with it: a server, keys, a certificate."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.environment import reads
from dockerize_ml.facts.detectors.required import fails_at_import
from dockerize_ml.facts.nearby import nearby, read
from dockerize_ml.knowledge.own_secrets import signers_for
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

_WAITS = (
    # The part of Django that speaks to a server of its own, where nothing says SQLite.
    re.compile(r"[\"']django\.(?:contrib\.gis\.)?db\.backends\.(?!sqlite3[\"'])\w+[\"']"),
    # Everybody is sent to an address that only a server with a certificate has.
    re.compile(r"^SECURE_SSL_REDIRECT\s*=\s*(?:True\b|[^\n]*\bdefault\s*=\s*True\b)", re.MULTILINE),
)
_SQLITE = re.compile(r"sqlite")
_COMMENT = re.compile(r"^[ \t]*#.*$", re.MULTILINE)
_DOTENV = (".env",)


def unready(survey: Survey, path: str, other: str) -> Place | None:
    """Where a file of settings, or what it imports, waits for what the other does without; None where nothing does.

    Args:
        survey: the project.
        path: the file of the settings.
        other: the file of those that would do instead.
    """
    theirs = set(survey.source.reachable(other))
    files = tuple(each for each in survey.source.reachable(path) if each not in theirs)
    ours = tuple(each for each in theirs if each not in set(survey.source.reachable(path)))
    if next(_wanting(survey, ours), None) is not None:
        return None
    return next(_wanting(survey, files), None)


def _wanting(survey: Survey, files: tuple[str, ...]) -> Iterator[Place]:
    for path in files:
        text = _COMMENT.sub("", survey.source.text(path))
        server, redirect = (pattern.search(text) for pattern in _WAITS)
        if server and not _SQLITE.search(text):
            yield Place(path, text.count("\n", 0, server.start()) + 1)
        if redirect:
            yield Place(path, text.count("\n", 0, redirect.start()) + 1)
    given = "\n".join(read(survey, near.path) for near in nearby(survey, _DOTENV))
    for variable in reads(survey, files):
        is_given = re.search(rf"^\s*(?:export\s+)?{re.escape(variable.name)}\s*=", given, re.MULTILINE)
        # A key that the site signs with is made where nobody gives one.
        if fails_at_import(survey, variable) and signers_for(variable.name) is None and not is_given:
            yield variable.at
