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

# The part of Django that speaks to a server of its own, where nothing says SQLite.
_SERVER = re.compile(r"[\"']django\.(?:contrib\.gis\.)?db\.backends\.(?!sqlite3[\"'])\w+[\"']")
_SQLITE = "sqlite"
# Everybody is sent to an address that only a server with a certificate has.
_REDIRECT = re.compile(r"^SECURE_SSL_REDIRECT\s*=\s*(?:True\b|[^\n]*\bdefault\s*=\s*True\b)", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*#.*$", re.MULTILINE)
_DOTENV = (".env",)


def unready(survey: Survey, path: str, other: str) -> Place | None:
    """Where a file of settings, or what it imports, waits for what the other does without; None where nothing does.

    Args:
        survey: the project.
        path: the file of the settings.
        other: the file of those that would do instead.
    """
    files, others = survey.source.reachable(path), survey.source.reachable(other)
    if next(_wanting(survey, tuple(each for each in others if each not in files)), None) is not None:
        return None
    return next(_wanting(survey, tuple(each for each in files if each not in others)), None)


def _wanting(survey: Survey, files: tuple[str, ...]) -> Iterator[Place]:
    for path in files:
        text = _COMMENT.sub("", survey.source.text(path))
        server = None if _SQLITE in text else _SERVER.search(text)
        for found in filter(None, (server, _REDIRECT.search(text))):
            yield Place(path, text.count("\n", 0, found.start()) + 1)
    given = "\n".join(read(survey, near.path) for near in nearby(survey, _DOTENV))
    for variable in reads(survey, files):
        is_given = re.search(rf"^\s*(?:export\s+)?{re.escape(variable.name)}\s*=", given, re.MULTILINE)
        # A key that the site signs with is made where nobody gives one.
        if fails_at_import(survey, variable) and signers_for(variable.name) is None and not is_given:
            yield variable.at
