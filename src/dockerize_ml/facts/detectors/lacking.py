"""Models of spaCy and data of NLTK that the program uses, and that neither its requirements nor its code bring."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.files_opened import is_there
from dockerize_ml.facts.outside import Download
from dockerize_ml.facts.source.called import Called, calls
from dockerize_ml.facts.source.paths import Paths
from dockerize_ml.knowledge.language_data import nltk_collections, nltk_data, spacy_models
from dockerize_ml.knowledge.model_files import openers
from dockerize_ml.manifests.names import distribution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

_SPACY = re.compile(r"\bspacy\b|\b[a-z]{2,3}_\w+_(?:sm|md|lg)\b")
_NLTK = re.compile(r"\bnltk\b")
_DOWNLOAD = "nltk.download"
_FOLDER = "nltk_data"


def lacking(survey: Survey, downloads: tuple[Download, ...]) -> Iterator[Download]:
    """Each with the first line that needs it.

    Args:
        survey: of the project.
        downloads: what the code fetches by itself.
    """
    yield from _models(survey)
    yield from _data(survey, downloads)


def _models(survey: Survey) -> Iterator[Download]:
    known, paths = spacy_models(), Paths(survey.resolver, survey.folder)
    for called in calls(survey.resolver, survey.program_files, _SPACY):
        name = called.name.removesuffix(".load")
        if called.name in known.calls:
            name = paths.fold(called.argument(0, *known.keywords), called.scope) or ""
        if known.name.fullmatch(name) is None or is_there(survey, name) or distribution(name) in survey.requirements:
            continue
        yield Download(
            name=name,
            origin=known.origin,
            cache="",
            evidence=survey.quote(called.place),
            wheel="" if _is_conda(survey) else known.wheel_of(name, _version(survey, "spacy")),
            lacking=True,
            # What installs it while the program runs finds no pip in the image, and nothing that it may write to.
            at_start=_runs_at_start(called) or _installs(survey, name),
        )


def _data(survey: Survey, downloads: tuple[Download, ...]) -> Iterator[Download]:
    opener = next(opener for opener in openers("downloads") if opener.takes(_DOWNLOAD))
    fetched = {download.name for download in downloads if download.origin == opener.origin}
    if fetched & {"", *nltk_collections()} or any(_FOLDER in path.split("/") for path in survey.project.folders):
        return
    version = _version(survey, "nltk")
    for called in calls(survey.resolver, survey.program_files, _NLTK):
        for name, later in nltk_data(called.name, version):
            if name not in fetched:
                yield Download(
                    name=name,
                    origin=opener.origin,
                    cache=opener.cache,
                    evidence=survey.quote(called.place),
                    call=_DOWNLOAD,
                    loudly=opener.loudly,
                    lacking=True,
                    at_start=not later and _runs_at_start(called),
                )


def _runs_at_start(called: Called) -> bool:
    """Whether importing the file makes the call, with nobody there to catch what it raises."""
    if called.scope.functions or called.scope.module.is_guarded(called.node.lineno):
        return False
    tries = (node for node in called.scope.module.nodes if isinstance(node, ast.Try) and node.handlers)
    return not any(node is called.node for tried in tries for line in tried.body for node in ast.walk(line))


def _installs(survey: Survey, name: str) -> bool:
    """Whether the code has it installed: by ``spacy.cli.download``, or by ``python -m spacy download`` as a command."""
    command = re.compile(rf"\bspacy\W+(?:cli\W+)?download\W+{name}\b")
    return any(command.search(survey.text(path)) for path in survey.program_files)


def _is_conda(survey: Survey) -> bool:
    return survey.manifest is not None and survey.manifest.manager == "conda"


def _version(survey: Survey, name: str) -> str | None:
    found = survey.manifest.requirements if survey.manifest else ()
    return next((each.version for each in found if each.name == name and each.version), None)
