"""Which of several modules of settings a Django site runs with, and which stand beside it for other occasions."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.facts.finding.unready import unready

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey
    from dockerize_ml.project.place import Place

NAMES_SETTINGS = re.compile(r"DJANGO_SETTINGS_MODULE[\"'][\s,\]=]+[\"'](?P<module>[\w.]+)[\"']")
_SETTINGS = re.compile(r"(?:[\w-]+_)?settings(?:_[\w-]+)?")
# What settings of a machine's own begin with: `from .base import *`.
_COMMON = ("base", "common", "defaults", "default", "base_settings", "settings_base", "settings")


class Served(NamedTuple):
    """The settings that a site runs with.

    Attributes:
        module: their name.
        managed: those that ``manage.py`` takes.
        absent: those that the application names, where they are not in the folder; or empty.
        unready: those that the application names, where they want what the image has not; or empty.
        because: the place that wants it.
    """

    module: str
    managed: str
    absent: str = ""
    unready: str = ""
    because: Place | None = None


def settings_named(survey: Survey, path: str) -> str:
    """The module that a file names as the site's settings; empty where it names none."""
    found = NAMES_SETTINGS.search(survey.source.text(path))
    return found["module"] if found else ""


@lru_cache(maxsize=1)
def served(survey: Survey) -> Served:
    """Those of the chosen program."""
    program = survey.program
    if program is None or program.framework != "django":
        return Served("", "")
    return chosen(survey, program.workdir, program.beside("manage.py"), program.file)


def chosen(survey: Survey, workdir: str, manage: str, application: str) -> Served:
    """Those that the application names; where they are not there or wait for others, those of ``manage.py``.

    Where neither's are there, as what everybody has of their own, what they would be made from stands in.

    Args:
        survey: the project.
        workdir: the folder in which the site is started.
        manage: the file of the site's own commands.
        application: the file that a server imports.
    """
    managed = settings_named(survey, manage)
    named = settings_named(survey, application) or managed
    file, its = _file(survey, workdir, named), _file(survey, workdir, managed)
    beside = "" if file or its else _beside(survey, workdir, named)
    if beside:
        return Served(beside, managed, absent=named)
    if named == managed or not its:
        return Served(named, managed)
    if not file:
        return Served(managed, managed, absent=named)
    because = unready(survey, file, its)
    return Served(managed, managed, unready=named, because=because) if because else Served(named, managed)


def _beside(survey: Survey, workdir: str, module: str) -> str:
    """The settings beside a module of which others are made: ``settings.base`` for ``settings.local``."""
    package = module.rpartition(".")[0]
    names = (f"{package}.{name}".removeprefix(".") for name in _COMMON)
    return next((name for name in names if _file(survey, workdir, name)), "")


def settings_of(survey: Survey) -> str:
    """The file of the settings that the site runs with; empty where nothing of the project is named so."""
    return _file(survey, survey.program.workdir, served(survey).module) if survey.program else ""


def _file(survey: Survey, workdir: str, module: str) -> str:
    """The file of a module, as seen from a folder; empty where it is none of the project's."""
    path = survey.source.layout.module_file(workdir, module) if module else None
    return path if path is not None and path.endswith(".py") else ""


def other_settings(survey: Survey) -> frozenset[str]:
    """The modules beside the site's settings, ``settings/production.py``, that its own do not import."""
    path = settings_of(survey)
    if not path or path.endswith("/__init__.py"):
        return frozenset()
    folder = path.rpartition("/")[0]
    run = set(survey.source.reachable(path))
    beside = (each for each in survey.source.program_files if each.rpartition("/")[0] == folder and each not in run)
    is_folder = _SETTINGS.fullmatch(folder.rpartition("/")[2]) is not None
    return frozenset(each for each in beside if is_folder or _SETTINGS.fullmatch(each.rpartition("/")[2][:-3]))
