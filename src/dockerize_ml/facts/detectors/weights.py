"""The weights and data that the program fetches over the network when it runs."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.files_opened import is_there, located
from dockerize_ml.facts.detectors.lacking import lacking
from dockerize_ml.facts.outside import Download
from dockerize_ml.facts.source.called import Called, calls
from dockerize_ml.facts.source.paths import Paths
from dockerize_ml.knowledge.model_files import Opener, mention_of, openers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

_MOST = 40
# Longer texts are no name of a model: prompts, help.
_LONGEST = 200


def downloads(survey: Survey) -> tuple[Download, ...]:
    """Every download once, in the order of the source."""
    found: dict[tuple[str, str], Download] = {}
    for download in _downloads(survey):
        found.setdefault((download.name, download.origin), download)
    for download in lacking(survey, tuple(found.values())):
        found.setdefault((download.name, download.origin), download)
    return tuple(found.values())[:_MOST]


def _downloads(survey: Survey) -> Iterator[Download]:
    paths = Paths(survey.resolver, survey.folder)
    for called in calls(survey.resolver, survey.program_files, mention_of("downloads")):
        opener = next((opener for opener in openers("downloads") if opener.takes(called.name)), None)
        if opener is not None:
            yield from _of_call(survey, paths, called, opener)


def _of_call(survey: Survey, paths: Paths, called: Called, opener: Opener) -> Iterator[Download]:
    if _is_switched_off(called):
        return
    argument = called.argument(opener.argument, *opener.keywords)
    name = paths.fold(argument, called.scope) or ""
    if name:
        path, exists = located(survey, paths, argument, called)
        if exists or is_there(survey, path) or name.startswith(("/", "./", "../", "@project/")):
            return
    told = name if len(name) < _LONGEST and "\n" not in name else ""
    call = called.name if told and opener.fetches(called.name) else ""
    yield Download(
        name=told,
        origin=opener.origin,
        cache=opener.cache,
        evidence=survey.quote(called.place),
        call=call,
        mirror=opener.mirror,
        token=opener.token,
        secret=opener.secret,
        loudly=opener.loudly,
    )


def _is_switched_off(called: Called) -> bool:
    """Whether an argument says that nothing is to be fetched: ``weights=None``, ``pretrained=False``."""
    for keyword in called.node.keywords:
        match keyword:
            case ast.keyword(arg="weights", value=ast.Constant(value=None)):
                return True
            case ast.keyword(arg="pretrained", value=ast.Constant(value=False)):
                return True
            case ast.keyword(arg="local_files_only", value=ast.Constant(value=True)):
                return True
    return called.name.startswith("torchvision.models.") and not any(
        keyword.arg in {"weights", "pretrained", "weights_backbone"} for keyword in called.node.keywords
    )
