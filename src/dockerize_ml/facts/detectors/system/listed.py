"""The Debian packages that the project's author listed for some host or tool."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.system.need import Need
from dockerize_ml.facts.model import Evidence
from dockerize_ml.facts.nearby import nearby, read
from dockerize_ml.knowledge.apt_lists import apt_lists
from dockerize_ml.knowledge.apt_names import runtime_package

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey

# A package's name, its version left out: ``ffmpeg=7:4.3``, ``libgl1``, ``"g++"``.
_NAME = re.compile(r"(?<![\w./:=-])[a-z0-9][a-z0-9.+-]+(?=[=:\s,\"'\]]|$)")
_COMMENT = re.compile(r"#[^\n]*")


def listed(survey: "Survey") -> Iterator[Need]:
    """What stands in ``packages.txt``, ``Aptfile``, ``cog.yaml`` and their kind, under the names of today."""
    for known in apt_lists():
        for near in nearby(survey, known.files):
            text = read(survey, near.path)
            for match in known.pattern.finditer(text):
                yield from _named(near.path, text, match)


def _named(path: str, text: str, match: re.Match[str]) -> Iterator[Need]:
    for name in _NAME.finditer(_COMMENT.sub(_blank, match["names"])):
        package = runtime_package(name.group())
        if package is None or len(name.group()) < 2:
            continue
        line = text.count("\n", 0, match.start("names") + name.start()) + 1
        says = "lists it" if package == name.group() else f"lists it under its old name {name.group()}"
        yield Need(package, Evidence(path=path, line=line, reason=f"{package}: {path} {says}"))


def _blank(comment: re.Match[str]) -> str:
    return " " * len(comment.group())
