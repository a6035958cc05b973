"""Days that the project's files name: locks, notebooks that were run, changelogs, and the heads of sources."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.facts.detectors.age.moment import Moment, Witness
from dockerize_ml.facts.model import Evidence

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey

_MOST_FILES = 200
_HEAD = 2_000  # characters of a source in which its author dates it
_OLDEST = date(2008, 1, 1)
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"


class _Kind(NamedTuple):
    """Which files are looked at, how a day stands in them, and where in the file."""

    witness: Witness
    files: re.Pattern[str]
    day: re.Pattern[str]
    head: int | None = None


_ISO = r"(?P<year>20\d\d)[-./](?P<month>0[1-9]|1[0-2])[-./](?P<day>[0-3]\d)"
_KINDS = (
    _Kind(Witness.LOCK, re.compile(r"(?:uv|pylock\S*)\.(?:lock|toml)"), re.compile(rf"upload-time = \"?{_ISO}T")),
    # Colab counts milliseconds; ExecuteTime and papermill write the day.
    _Kind(
        Witness.NOTEBOOK,
        re.compile(r".*\.ipynb"),
        re.compile(rf'"timestamp":\s*(?P<stamp>1[0-9]{{12}})\b|"(?:end|start)_time":\s*"{_ISO}T'),
    ),
    _Kind(
        Witness.CHANGELOG,
        re.compile(r"(?:CHANGE(?:S|LOG)|HISTORY|NEWS|RELEASES?)(?:[-_ ]?NOTES)?(?:\.\w+)?", re.IGNORECASE),
        re.compile(rf"(?<![\d.]){_ISO}(?![\d.]*\d)"),
    ),
    # What Spyder, PyCharm and VS Code put at the top of a new file.
    _Kind(
        Witness.HEADER,
        re.compile(r".*\.py"),
        re.compile(
            rf"(?:Created on|Last modified|Last updated?|^[#\s@]*date)\W+(?:\w{{3,9}},?\s+)?"
            rf"(?:(?P<name>{_MONTHS})\w*\s+(?P<number>\d{{1,2}})[\s,]+(?:[\d:]+\s+)?(?P<years>20\d\d)|{_ISO})",
            re.IGNORECASE | re.MULTILINE,
        ),
        _HEAD,
    ),
    _Kind(
        Witness.YEAR,
        re.compile(r"LICEN[SC]E(?:\.\w+)?", re.IGNORECASE),
        re.compile(r"Copyright\s+(?:\([cC]\)\s+|©\s*)?(?:20\d\d\s*[-\u2013,]\s*)?(?P<only>20\d\d)\b"),
        _HEAD,
    ),
)


def moments(survey: "Survey", today: date) -> Iterator[Moment]:
    """For each kind of file the newest day that one of them names."""
    for kind in _KINDS:
        paths = [path for path in survey.project.files if kind.files.fullmatch(path.rpartition("/")[2])]
        found = [moment for path in paths[:_MOST_FILES] for moment in _in_file(survey, kind, path, today)]
        if found:
            yield max(found, key=lambda moment: moment.day)


def _in_file(survey: "Survey", kind: _Kind, path: str, today: date) -> Iterator[Moment]:
    text = survey.text(path)[: kind.head]
    days = ((day, match) for match in kind.day.finditer(text) if (day := _day(match)) and _OLDEST <= day <= today)
    newest = max(days, key=lambda pair: pair[0], default=None)
    if newest is not None:
        day, match = newest
        line = text.count("\n", 0, match.start()) + 1
        yield Moment(day, kind.witness, Evidence(path=path, line=line, reason=" ".join(match.group().split())))


def _day(match: re.Match[str]) -> date | None:
    said = {name: value for name, value in match.groupdict().items() if value}
    try:
        match said:
            case {"stamp": stamp}:
                return datetime.fromtimestamp(int(stamp) / 1000, UTC).date()
            case {"name": name, "number": number, "years": year}:
                return date(int(year), _MONTHS.split("|").index(name[:3].title()) + 1, int(number))
            case {"only": year}:
                return date(int(year), 12, 31)
            case {"year": year, "month": month, "day": day}:
                return date(int(year), int(month), int(day))
    except (ValueError, OverflowError):
        return None
    return None
