"""Values that a ``.env``, an example of one or a README gives to what the program does not start without."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.environment import variables
from dockerize_ml.facts.detectors.files_opened import is_there
from dockerize_ml.facts.detectors.required import fails_at_import
from dockerize_ml.facts.nearby import nearby, read
from dockerize_ml.facts.outside import Sample
from dockerize_ml.facts.words.readers.readme import code_in, is_readme
from dockerize_ml.facts.words.reading import lines_of
from dockerize_ml.knowledge.own_secrets import signers_for
from dockerize_ml.knowledge.secret_names import is_secret
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

_OWN = ".env"
_FILES = (".env.example", ".env.sample", ".env.template", ".env.dist", "env.example", "example.env", "sample.env", _OWN)
_LINE = re.compile(
    r"\s*(?:(?:export|set)\s+)?(?P<name>\w+)\s*=\s*(?P<quote>[\"']?)(?P<value>[^\"'#\s]*)(?P=quote)\s*(?:#.*)?"
)
# A list of names and addresses of the machine itself, where a variable is one of such.
_HOSTS = re.compile(r"(?:.*_)?(?:HOSTS|ORIGINS|WHITELIST)(?:_.*)?", re.IGNORECASE)
_ITSELF = re.compile(r"(?:https?://)?(?:\*|\.?localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::\d+)?")
# A number, a switch, the file of an own database, how much is logged: nothing that stands somewhere else.
_HARMLESS = re.compile(
    r"\d+(?:\.\d+)?|true|false|yes|no|on|off|dev|development|prod|production|staging|test|local"
    r"|debug|info|warning|error|critical|0\.0\.0\.0|[A-Z]{2}\d{3}|sqlite(?:\+\w+)?:/{2,4}[\w./-]+",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def samples(survey: Survey) -> tuple[Sample, ...]:
    """Those that mean nothing outside of the image and are no secret, by name."""
    needed = [each.name for each in variables(survey) if fails_at_import(survey, each)]
    given = dict(reversed(list(_given(survey)))) if needed else {}
    return tuple(given[name] for name in needed if name in given)


def _given(survey: Survey) -> Iterator[tuple[str, Sample]]:
    """What the nearest files give, the nearest first; last what a README has its reader type."""
    for at, line in (*_written(survey), *_typed(survey)):
        found = _LINE.fullmatch(line)
        if found and (_is_harmless(found["name"], found["value"], at.path) or _is_file(survey, found)):
            yield found["name"], Sample(name=found["name"], value=found["value"], evidence=survey.quote(at))


def _written(survey: Survey) -> Iterator[tuple[Place, str]]:
    for near in nearby(survey, _FILES):
        for number, line in enumerate(read(survey, near.path).split("\n"), 1):
            yield Place(near.path, number), line


def _typed(survey: Survey) -> Iterator[tuple[Place, str]]:
    for path in filter(is_readme, survey.project.files):
        for code in code_in(lines_of(survey.project, path)):
            yield Place(path, code.line), code.text.strip().lstrip("$>% ")


def _is_harmless(name: str, value: str, path: str) -> bool:
    if not value:
        # An example waits to be filled in; what the program itself is run with has nothing there, and that will do.
        return path.rpartition("/")[2] == _OWN and signers_for(name) is None
    if _HOSTS.fullmatch(name):
        return all(_ITSELF.fullmatch(each) for each in value.split(","))
    return not is_secret(name) and _HARMLESS.fullmatch(value) is not None


def _is_file(survey: Survey, given: re.Match[str]) -> bool:
    """Whether it is a file or a folder of the project, as seen from where the program is started."""
    workdir = survey.program.workdir if survey.program else "."
    path = posixpath.normpath(posixpath.join(workdir, given["value"]))
    return "/" in given["value"] and not is_secret(given["name"]) and is_there(survey, path)
