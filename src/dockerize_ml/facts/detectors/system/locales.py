"""The locales that a program asks for by name, or a model that it runs: a slim image has none but C."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dockerize_ml.errors import ProjectError
from dockerize_ml.facts.detectors.system.need import RELEASE, Need
from dockerize_ml.facts.model import Evidence
from dockerize_ml.facts.source.aside import why_aside
from dockerize_ml.facts.source.called import calls
from dockerize_ml.knowledge.debian import debian_packages
from dockerize_ml.project.reading import opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

# The row of the table that names the package.
_ROW = "locales"
_MENTION = re.compile(r"\bsetlocale\b")
# As glibc calls them: `de_DE`, `pt_BR.UTF-8`. What Windows calls them no image knows.
_NAME = re.compile(r"[a-z]{2,3}_[A-Z]{2}(?:\.[\w-]+)?(?:@\w+)?")
_SETS = "locale.setlocale"
_MODEL = ".onnx"
_RUNS_MODELS = "onnxruntime"
# The operator of ONNX that lowers letters as a locale does, `en_US.UTF-8` unless the model names another.
_LOWERS = b"StringNormalizer"
_MOST_MODELS = 20
_MOST_BYTES = 64_000_000


def locales(survey: Survey) -> Iterator[Need]:
    """One need for the first that asks."""
    asking = next(_asking(survey), None)
    needs = debian_packages(_ROW, None, RELEASE)
    if asking is not None and needs is not None:
        yield from (Need(name, replace(asking, reason=f"{name}: {asking.reason}")) for name in needs.runtime)


def _asking(survey: Survey) -> Iterator[Evidence]:
    files = [path for path in survey.program_files if not why_aside(path)]
    for called in calls(survey.resolver, files, _MENTION):
        folded = survey.folder.fold(called.argument(1, "locale"), called.scope) if called.name == _SETS else None
        if folded is not None and isinstance(folded.value, str) and _NAME.fullmatch(folded.value):
            at = called.place
            yield Evidence(path=at.path, line=at.line, reason=f"the program asks for the locale `{folded.value}`")
    if _RUNS_MODELS in survey.external_imports:
        models = [path for path in survey.project.files if path.endswith(_MODEL) and why_aside(path) != "a test"]
        for path in models[:_MOST_MODELS]:
            if _lowers(survey, path):
                yield Evidence(path=path, reason="the model lowers its text as a locale does")


def _lowers(survey: Survey, path: str) -> bool:
    try:
        with opened(survey.project.root / path, shown=path) as stream:
            return _LOWERS in stream.read(_MOST_BYTES)
    except (ProjectError, OSError):
        return False
