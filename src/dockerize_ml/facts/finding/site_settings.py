"""Which of several modules of settings a Django site runs with, and which stand beside it for other occasions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey

_MODULE = re.compile(r"DJANGO_SETTINGS_MODULE[\"'][\s,\]=]+[\"'](?P<module>[\w.]+)[\"']")
_SETTINGS = re.compile(r"(?:[\w-]+_)?settings(?:_[\w-]+)?")


def settings_named(survey: Survey, path: str) -> str:
    """The module that a file names as the site's settings; empty where it names none."""
    found = _MODULE.search(survey.source.text(path))
    return found["module"] if found else ""


def settings_of(survey: Survey) -> str:
    """The file of the settings that the site runs with; empty where nothing of the project is named so."""
    program = survey.program
    if program is None or program.framework != "django":
        return ""
    for path in (program.file, program.beside("manage.py")):
        named = settings_named(survey, path)
        file = survey.source.layout.module_file(program.workdir, named) if named else None
        if file is not None and file.endswith(".py"):
            return file
    return ""


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
