"""Django sites: the WSGI or ASGI application beside ``manage.py``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.own_database import brings_database
from dockerize_ml.facts.finding.objects import served_objects
from dockerize_ml.facts.finding.site_settings import NAMES_SETTINGS, chosen
from dockerize_ml.facts.program import Program, Reason
from dockerize_ml.facts.registry import framework
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

# The application of the settings that a variable names.
DJANGOS_OWN = "django.core.wsgi:get_wsgi_application()"
_APPLICATION = re.compile(r"^(?P<kind>WSGI|ASGI)_APPLICATION\s*=\s*[\"'](?P<dotted>[\w.]+)[\"']", re.MULTILINE)
_ENGINE = re.compile(r"[\"']django\.(?:contrib\.gis\.)?db\.backends\.(?P<name>\w+)[\"']")
_APPS = re.compile(r"^\w*APPS\s*\+?=\s*[\[(](?P<names>[^\])]*)[\])]", re.MULTILINE)
_NAME = re.compile(r"^[^#\n]*?[\"'](?P<name>[A-Za-z_][\w.]*)[\"']", re.MULTILINE)
_ASYNC_APPS = re.compile(r"^\s*[\"'](?:channels|daphne)[\"']", re.MULTILINE)


@framework("django")
def django(survey: Survey) -> Iterator[Program]:
    """The site of every ``manage.py``; applications without one as any other object."""
    sites = [
        site
        for path in survey.source.program_files
        if path.rpartition("/")[2] == "manage.py"
        for site in _site(survey, path)
    ]
    yield from sites
    if not sites:
        yield from served_objects(survey, "django")


def _site(survey: Survey, manage: str) -> Iterator[Program]:
    text = survey.source.text(manage)
    found = NAMES_SETTINGS.search(text)
    if "django" not in text or found is None:
        return
    workdir = manage.rpartition("/")[0] or "."
    at = Place(manage, text.count("\n", 0, found.start()) + 1)
    root = _root_of(survey, workdir, found["module"])
    files = _settings_files(survey, root, found["module"])
    named, because = _named_application(survey, root, found["module"], files)
    module, _, name = named.rpartition(".")
    file = survey.source.layout.module_file(root, module)
    tables = _own_tables(survey, root, chosen(survey, root, manage, file or manage).module)
    reasons = [Reason(points=20, text="started by `manage.py`")]
    entrypoint = f"{module}:{name}"
    if file is None and survey.source.layout.module_file(root, found["module"]):
        # What `runserver` serves where the settings name nothing.
        entrypoint = DJANGOS_OWN
    elif file is None:
        reasons.append(Reason(points=-15, text="its application is not there"))
    yield Program(
        kind="web",
        framework="django",
        entrypoint=entrypoint,
        workdir=workdir,
        file=file or manage,
        before=("python", "manage.py", "migrate", "--noinput") if tables else (),
        before_because=(survey.quote(tables),) if tables else (),
        import_roots=tuple(each for each in dict.fromkeys((root, *_roots_of_apps(survey, files))) if each != workdir),
        port=8000,
        because=tuple(survey.quote(place) for place in dict.fromkeys((because or at, at))),
        reasons=tuple(reasons),
    )


def _own_tables(survey: Survey, root: str, settings: str) -> Place | None:
    """Where the settings name an SQLite file that is not in the folder; None where they may mean another database."""
    if brings_database(survey):
        return None
    found = survey.source.layout.module_file(root, settings)
    files = (found, *survey.source.reachable(found)) if found else _settings_files(survey, root, settings)
    engines = [
        (path, survey.source.text(path), engine)
        for path in files
        for engine in _ENGINE.finditer(survey.source.text(path))
    ]
    if not engines or any(engine["name"] != "sqlite3" for _, _, engine in engines):
        return None
    path, text, engine = engines[0]
    return Place(path, text.count("\n", 0, engine.start()) + 1)


def _roots_of_apps(survey: Survey, settings: tuple[str, ...]) -> Iterator[str]:
    """The folders that apps of the project are imported from: beside the site's own its `src`, say."""
    for path in settings:
        for listed in _APPS.finditer(survey.source.text(path)):
            for named in _NAME.finditer(listed["names"]):
                # An app is named by its package, or by the class that describes it.
                located = survey.source.layout.locate(path, 0, named["name"].partition(".")[0])
                if located is not None and located.root is not None:
                    yield located.root


def _root_of(survey: Survey, workdir: str, settings: str) -> str:
    """The folder that the settings are imported from: the one above where ``manage.py`` lies in the package itself."""
    above = workdir.rpartition("/")[0] or "."
    is_above = survey.source.layout.module_file(workdir, settings) is None and workdir != "."
    return above if is_above and survey.source.layout.module_file(above, settings) else workdir


def _named_application(survey: Survey, root: str, settings: str, files: tuple[str, ...]) -> tuple[str, Place | None]:
    """The application that the settings name, asynchronous where Channels or Daphne is installed.

    A name that leads to no file gives way to the file beside the settings.
    """
    named: dict[str, tuple[str, Place]] = {}
    for path in files:
        text = survey.source.text(path)
        for found in _APPLICATION.finditer(text):
            named.setdefault(found["kind"], (found["dotted"], Place(path, text.count("\n", 0, found.start()) + 1)))
    is_async = any(_ASYNC_APPS.search(survey.source.text(path)) for path in files)
    beside = _by_file(survey, root, settings, is_async=is_async)
    for kind in ("ASGI", "WSGI") if is_async else ("WSGI", "ASGI"):
        if kind in named and (_is_there(survey, root, named[kind][0]) or not _is_there(survey, root, beside)):
            return named[kind]
    return beside, None


def _is_there(survey: Survey, root: str, dotted: str) -> bool:
    return survey.source.layout.module_file(root, dotted.rpartition(".")[0]) is not None


def _by_file(survey: Survey, root: str, settings: str, *, is_async: bool) -> str:
    package = settings.partition(".settings")[0]
    for name in ("asgi", "wsgi") if is_async else ("wsgi", "asgi"):
        file = survey.source.layout.module_file(root, f"{package}.{name}")
        if file is not None and file.endswith(".py"):
            return f"{package}.{name}.application"
    return f"{package}.wsgi.application"


def _settings_files(survey: Survey, root: str, settings: str) -> tuple[str, ...]:
    """The settings module with the modules around it that it may be put together from."""
    found = survey.source.layout.module_file(root, settings)
    if found is None:
        prefix = "" if root == "." else f"{root}/"
        return tuple(path for path in survey.source.program_files if path.startswith(prefix) and "settings" in path)
    beside = found.rpartition("/")[0]
    others = (
        [path for path in survey.source.program_files if path.rpartition("/")[0] == beside]
        if "settings." in settings
        else []
    )
    return tuple(dict.fromkeys((found, *survey.source.reachable(found), *others)))
