"""Applications of a Django site whose models have no migrations in the folder: many repositories leave them out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

_FILE = re.compile(r"(?P<folder>.+)/models(?:\.py|/.+\.py)")
_MODEL = re.compile(r"^class\s+\w+\([^)]*\b(?:models\.Model|AbstractUser|AbstractBaseUser)\b", re.MULTILINE)
_MIGRATION = re.compile(r"\d{4}_\w+\.py")
_INSTALLED = "INSTALLED_APPS"


def unmigrated(survey: Survey) -> tuple[str, ...]:
    """The labels of the applications that the settings install, in the order of their paths."""
    texts = map(survey.source.text, survey.program_files)
    settings = "\n".join(text for text in texts if _INSTALLED in text)
    found = dict.fromkeys(folder for folder in _folders(survey) if not _has_some(survey, folder))
    labels = (folder.rpartition("/")[2] for folder in found)
    return tuple(label for label in labels if re.search(rf"[\"'](?:\w+\.)*{label}(?:\.apps\.\w+)?[\"']", settings))


def _folders(survey: Survey) -> Iterator[str]:
    """Those that have models."""
    for path in survey.source.program_files:
        told = _FILE.fullmatch(path)
        if told and told["folder"].rpartition("/")[2].isidentifier() and _MODEL.search(survey.source.text(path)):
            yield told["folder"]


def _has_some(survey: Survey, folder: str) -> bool:
    below = f"{folder}/migrations/"
    files = (path.removeprefix(below) for path in survey.project.files if path.startswith(below))
    return any(map(_MIGRATION.fullmatch, files))
