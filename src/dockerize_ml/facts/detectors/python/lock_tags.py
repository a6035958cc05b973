"""What the names of the wheels in a lock file tell: for which versions of Python each locked package has one."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from dockerize_ml.facts.in_image import locks_of
from dockerize_ml.facts.nearby import read
from dockerize_ml.knowledge.wheels import PythonRange

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey

_WHEEL = re.compile(
    r"(?<![\w.])(?P<name>[A-Za-z0-9._]+)-\d[\w.!+]*(?:-\d\w*)?-(?P<python>[\w.]+)-(?P<abi>[\w.]+)-(?P<platform>[\w.]+)\.whl"
)
_LINUX = re.compile(r"any|manylinux\w*x86_64|linux_x86_64")
# Stands for every version that is still to come.
_OPEN = 999
_CPYTHON = re.compile(r"cp3(?P<minor>\d+)")


def locked_pythons(survey: "Survey") -> Mapping[str, PythonRange]:
    """For each locked package the versions that it has Linux wheels for; none for what fits any Python."""
    minors: defaultdict[str, set[int]] = defaultdict(set)
    anywhere: set[str] = set()
    for lock in locks_of(survey):
        for wheel in _WHEEL.finditer(read(survey, lock.path)):
            name = re.sub(r"[-_.]+", "-", wheel["name"]).lower()
            if not any(map(_LINUX.fullmatch, wheel["platform"].split("."))):
                continue
            if wheel["abi"] == "none" and wheel["python"].startswith(("py2.py3", "py3")):
                anywhere.add(name)
            minors[name].update(_minors(wheel["python"], wheel["abi"]))
    return {name: _range(found) for name, found in minors.items() if found and name not in anywhere}


def _minors(python: str, abi: str) -> Iterator[int]:
    """The minors that a wheel's tags name; the stable ABI fits all that came later."""
    for tag in python.split("."):
        match = _CPYTHON.fullmatch(tag)
        # Free-threaded builds (`cp313t`) do not fit the usual interpreter.
        if match is None or abi.endswith("t"):
            continue
        yield int(match["minor"])
        if "abi3" in abi:
            yield _OPEN


def _range(minors: set[int]) -> PythonRange:
    lowest = min(minors - {_OPEN})
    return PythonRange(f"3.{lowest}", None if _OPEN in minors else f"3.{max(minors)}")
