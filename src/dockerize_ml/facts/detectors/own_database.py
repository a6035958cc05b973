"""The file of SQLite that a program keeps its data in, where its folder does not bring that file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.environment import variables
from dockerize_ml.facts.detectors.samples import samples
from dockerize_ml.facts.outside import OwnDatabase
from dockerize_ml.facts.source.aside import why_aside
from dockerize_ml.facts.words.reading import text_of
from dockerize_ml.knowledge.secret_names import is_secret
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dockerize_ml.facts.survey import Survey

_NAMED = r"(?P<folder>[^\s\"'=]*/)?(?P<name>\w[\w.-]*\.(?:sqlite3?|db3?))"
_FILE = {
    ".py": re.compile(rf"{_NAMED}(?=[\"'])"),
    ".ini": re.compile(rf"^\s*[\w.]*url\s*=\s*{_NAMED}\s*$", re.MULTILINE),
}
_IS_FILE = re.compile(r"\.(?:sqlite3?|db3?)$")
# A database somewhere else: what names its server, or the part of Django that speaks to one.
_SERVER = re.compile(
    r"\b(?:postgres(?:ql)?|mysql|mariadb|oracle|mssql|cockroachdb|mongodb)(?:\+\w+)?://[^\"'\s]"
    r"|[\"']django\.(?:contrib\.gis\.)?db\.backends\.(?!sqlite3[\"'])\w+[\"']"
)
_SAMPLE = re.compile(rf"sqlite(?:\+\w+)?:///{_NAMED}")
_OPENS = re.compile(r"\bsqlite3\.connect\(\s*(?P<given>[^,)]+)")
_SETTING = re.compile(r"(?:\w+\.)*config(?:\[|\.get\()\s*[\"'](?P<name>\w+)[\"']")
_COMMENT = re.compile(r"^[ \t]*[#;].*$", re.MULTILINE)
_TEST = re.compile(r"(?:.*[_-])?tests?(?:ing)?\b.*")
_DEVELOPING = re.compile(r"(?:.*[_-])?(?:dev|develop(?:ment)?|debug|local)\b.*")
_NAMES_A_DATABASE = re.compile(r"(?:.*_)?(?:DB|DATABASE|SQL\w*)(?:_.*)?")
# A call that takes the file as a variable's default may stand on a few lines.
_NEAR = 3


def own_database(survey: Survey) -> OwnDatabase | None:
    """The one file; None where there are several, or where a server may be meant."""
    for sample in samples(survey):
        named_there = _SAMPLE.fullmatch(sample.value)
        if named_there:
            only = (sample.name, sample.value)
            return OwnDatabase(name=named_there["name"], only=only, evidence=sample.evidence)
    texts = {path: _COMMENT.sub("", text_of(survey.project, path)) for path in _files(survey)}
    settings = _opened(texts)
    if not settings and any(_SERVER.search(text) for text in texts.values()):
        return None
    found = [
        (Place(path, text.count("\n", 0, match.start("name")) + 1), match)
        for path, text in texts.items()
        for match in _FILE[path[path.rindex(".") :]].finditer(text)
        if not _TEST.fullmatch(match["name"]) and (not settings or _is_of(settings, text, match))
    ]
    # Of several, those for developers are not what the image is for.
    found = [each for each in found if not _DEVELOPING.fullmatch(each[1]["name"])] or found
    if len({match["name"] for _, match in found}) != 1:
        return None
    asked = variables(survey)
    near = {
        each.name
        for each in asked
        for place, _ in found
        if each.at.path == place.path
        and 0 <= (place.line or 0) - (each.at.line or 0) <= _NEAR
        and not is_secret(each.name)
    }
    named = {each.name for each in asked if _NAMES_A_DATABASE.fullmatch(each.name.upper())}
    place, match = found[0]
    return OwnDatabase(
        name=match["name"],
        folders=tuple(sorted({folder for _, each in found if (folder := _absolute(each["folder"] or ""))})),
        unless=tuple(sorted(near | named)),
        evidence=survey.quote(place),
    )


def _opened(texts: Mapping[str, str]) -> frozenset[str]:
    """The settings of the application's that name what ``sqlite3`` opens: a server that others name is not for it."""
    given = [call["given"] for text in texts.values() for call in _OPENS.finditer(text)]
    named = [_SETTING.match(each) for each in given]
    return frozenset(each["name"] for each in named if each) if all(named) else frozenset()


def _is_of(settings: frozenset[str], text: str, found: re.Match[str]) -> bool:
    """Whether a file's name stands on the line that gives one of the settings its value."""
    line = text[text.rfind("\n", 0, found.start()) + 1 : found.end()]
    return any(re.match(rf"[ \t]*(?:\w+\.)*(?:config\[)?[\"']?{name}[\"']?\]?[ \t]*[=:]", line) for name in settings)


def brings_database(survey: Survey) -> bool:
    """Whether a file of SQLite lies in the folder that has something in it: opening one alone makes it, empty."""
    return any(_IS_FILE.search(path) and survey.project.size(path) for path in survey.project.files)


def _files(survey: Survey) -> Iterator[str]:
    """What may say where the data is: the program's own modules, and the settings that it is started with."""
    yield from (path for path in survey.program_files if not why_aside(path))
    program = survey.program
    if program is not None:
        started = {program.beside(name) for name in (program.entrypoint, "alembic.ini") if name.endswith(".ini")}
        yield from (path for path in sorted(started) if survey.project.exists(path))


def _absolute(folder: str) -> str:
    """The folder, where it may be one of the whole file system: as a path or behind a URL's three slashes."""
    path = folder.partition("sqlite:///")[2] if "sqlite:///" in folder else folder
    return path.rstrip("/") if re.fullmatch(r"(?:/[\w.-]+)+/", path) else ""
