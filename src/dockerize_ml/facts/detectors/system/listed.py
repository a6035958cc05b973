"""The Debian packages that the project's author listed for some host or tool."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.system.need import RELEASE, Need
from dockerize_ml.facts.model import Evidence
from dockerize_ml.facts.nearby import nearby, read
from dockerize_ml.knowledge.apt_lists import apt_commands, apt_lists
from dockerize_ml.knowledge.apt_names import runtime_package
from dockerize_ml.knowledge.debian import debian_packages, known_distributions
from dockerize_ml.knowledge.libraries import libraries

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey

# A package's name, its version left out: ``ffmpeg=7:4.3``, ``libgl1``, ``"g++"``.
_NAME = re.compile(r"(?<![\w./:=-])[a-z0-9][a-z0-9.+-]+(?=[=:\s,\"'\]]|$)")
_COMMENT = re.compile(r"#[^\n]*")
# A library whose name ends in the version of its interface, which other releases have under another.
_VERSIONED = re.compile(r"lib.*\d(?:t64)?")
_LIBRARY = re.compile(r"lib(?!reoffice)[\w.+-]+|fonts-[\w-]+|tesseract-ocr-[\w-]+|espeak[\w-]*|hunspell-[\w-]+")


def listed(survey: "Survey") -> Iterator[Need]:
    """What stands in ``packages.txt``, ``Aptfile``, ``cog.yaml`` and their kind, under the names of today."""
    for known in apt_lists():
        for near in nearby(survey, known.files):
            text = read(survey, near.path)
            for match in known.pattern.finditer(text):
                yield from _named(near.path, text, match, "lists")


def installed_by_hand(survey: "Survey") -> Iterator[Need]:
    """What the README, scripts, checks and an older Dockerfile install, as far as Python packages may need it."""
    for known in apt_commands():
        for near in nearby(survey, known.files):
            text = read(survey, near.path)
            for match in known.pattern.finditer(text) if "apt" in text else ():
                needs = _named(near.path, text, match, "installs")
                yield from (need for need in needs if _may_be_needed(need.package))


def _may_be_needed(package: str) -> bool:
    if package in _known():
        return True
    return _LIBRARY.fullmatch(package) is not None and _VERSIONED.fullmatch(package) is None


@lru_cache
def _known() -> frozenset[str]:
    """Every package that some distribution is known to need when it runs, or that is known to have a library."""
    needs = (debian_packages(name, None, RELEASE) for name in known_distributions())
    needed = (package for need in needs if need for package in need.runtime)
    return frozenset((*needed, *(each.package for each in libraries().values())))


def _named(path: str, text: str, match: re.Match[str], does: str) -> Iterator[Need]:
    for name in _NAME.finditer(_COMMENT.sub(_blank, match["names"])):
        package = runtime_package(name.group())
        # Headers in a command tell only that something was compiled once.
        if package is None or (does == "installs" and name.group().endswith("-dev")):
            continue
        line = text.count("\n", 0, match.start("names") + name.start()) + 1
        says = f"{does} it" if package == name.group() else f"{does} it under its old name {name.group()}"
        yield Need(package, Evidence(path=path, line=line, reason=f"{package}: {path} {says}"))


def _blank(comment: re.Match[str]) -> str:
    return " " * len(comment.group())
