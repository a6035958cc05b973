"""The model files that the project holds: those that the code opens, and those that look like models."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from dockerize_ml.errors import ProjectError
from dockerize_ml.facts.claim import Claim
from dockerize_ml.facts.detectors.files_opened import files_opened, is_there
from dockerize_ml.facts.model import Confidence, Evidence
from dockerize_ml.facts.registry import detector
from dockerize_ml.knowledge.model_files import (
    likely_suffixes,
    model_folders,
    model_names,
    sure_suffixes,
)
from dockerize_ml.project.build_context import megabytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.outside import OpenedFile
    from dockerize_ml.facts.survey import Survey

_POINTER = "version https://git-lfs.github.com/spec/"
_POINTER_SIZE = 1_024
_HUGE = 500_000_000
_MOST = 50
_ASIDE = re.compile(r"(?:^|/)(?:tests?|examples?|docs?|fixtures?|node_modules|vendor|third_party)/")


@detector
def models(survey: Survey) -> Iterator[Claim]:
    """The model files, those that the code opens first; the evidence also names opened ones that are missing."""
    opened = [file for file in files_opened(survey) if file.is_model]
    found = dict.fromkeys([*_files_of(survey, opened), *_looking_like_models(survey)])
    places = {file.path: file.evidence for file in opened}
    evidence = [_evidence(survey, path, places) for path in list(found)[:_MOST]]
    evidence += [_missing(file) for file in opened if not file.exists]
    sure = Confidence.CERTAIN if any(file.exists for file in opened) else Confidence.LIKELY
    looked = Evidence(path=".", reason="no file looks like a model and the code opens none")
    yield Claim("models", tuple(found)[:_MOST], sure, tuple(evidence) or (looked,))


def _files_of(survey: Survey, opened: list[OpenedFile]) -> Iterator[str]:
    """The opened files; a folder (a SavedModel, an MLflow model) stands for itself."""
    yield from (file.path for file in opened if file.exists and is_there(survey, file.path))


def _looking_like_models(survey: Survey) -> Iterator[str]:
    """Files that can hardly be anything else, those that the source names, and those that lie among models."""
    named = _named_in_source(survey)
    possible = sure_suffixes() | likely_suffixes()
    for path in survey.project.files:
        suffix = path[path.rfind(".") :].lower()
        if suffix in possible and not _ASIDE.search(path) and _is_model(path, suffix, named):
            yield path


def _is_model(path: str, suffix: str, named: frozenset[str]) -> bool:
    if suffix in sure_suffixes():
        return True
    folders, name = path.lower().split("/")[:-1], posixpath.basename(path)
    return name in named or bool(model_folders() & set(folders)) or bool(model_names().search(name.rpartition(".")[0]))


def _named_in_source(survey: Survey) -> frozenset[str]:
    """Names of files with a model's suffix in the program's texts."""
    endings = "|".join(re.escape(suffix) for suffix in sorted(likely_suffixes()))
    pattern = re.compile(rf"[\w.\- ]+(?:{endings})(?=[\"'])")
    texts = (survey.source.text(path) for path in survey.program_files)
    return frozenset(match.group().strip() for text in texts for match in pattern.finditer(text))


def _evidence(survey: Survey, path: str, places: dict[str, Evidence]) -> Evidence:
    size = survey.project.size(path)
    if size < _POINTER_SIZE and is_pointer(survey, path):
        return Evidence(path=path, reason="is a Git LFS pointer: run `git lfs pull` before building")
    if path in places:
        return places[path]
    reason = f"a model of {megabytes(size)} that no line of the program is seen to open"
    return Evidence(path=path, reason=f"{reason}; huge, better mounted than copied" if size > _HUGE else reason)


def is_pointer(survey: Survey, path: str) -> bool:
    """Whether the file only stands in for one that Git LFS keeps elsewhere."""
    if not survey.project.exists(path):
        return False
    try:
        return survey.project.text(path).startswith(_POINTER)
    except ProjectError:
        return False


def _missing(file: OpenedFile) -> Evidence:
    reason = f"opens `{file.path}`, which is not in the project"
    return Evidence(path=file.evidence.path, line=file.evidence.line, reason=reason)
