"""What one place of a project says about the Python it is for."""

import re
from enum import IntEnum
from typing import NamedTuple

from dockerize_ml.facts.model import Evidence

# ``3.11``, ``3.11.4``, ``v3.11``; not the ``3.03`` of ``2023.03`` nor the ``3.9`` of ``13.9``.
_DOTTED = re.compile(r"(?<![\d.])(?P<major>[23])\.(?P<minor>\d{1,2})(?!\d)")
# ``py311``, ``python39``, ``cp310``, and a lone ``311``.
_RUN_TOGETHER = re.compile(r"(?:(?:py|python|cp|cpython)-?|^)(?P<major>[23])(?P<minor>\d{1,2})(?![\d.])", re.IGNORECASE)
_RANGE = re.compile(r"[<>~^!]|,|\|\|")


class Strength(IntEnum):
    """How much a kind of place weighs when places name different versions."""

    MENTION = 20
    COMMAND = 30
    RECORD = 40
    TESTED = 50
    TESTED_ALONE = 55
    GENERATED = 60
    CONTAINER = 70
    SETTING = 90


class Force(IntEnum):
    """What a version outside a bound means.

    ``ADVICE``: the author did not think of it; ``WHEELS``: a package has to be compiled, if it can be at all;
    ``RELEASES``: the package refuses a Python so old; ``BINDING``: the program itself cannot be installed or started.
    """

    ADVICE = 0
    WHEELS = 1
    RELEASES = 2
    BINDING = 3


class Named(NamedTuple):
    """A place that names versions: one, or several that it tests or supports.

    Attributes:
        minors: (3, 11) and so on, in the order of the place.
        nearness: 0 in the program's folder, smaller the further away; a nearer place beats a farther of its strength.
        lines: where each version stands, of a place that names them one by one.
    """

    minors: tuple[tuple[int, int], ...]
    strength: Strength
    evidence: Evidence
    nearness: int = 0
    lines: tuple[tuple[tuple[int, int], Evidence], ...] = ()

    def shown(self, minor: tuple[int, int]) -> Evidence:
        """What shows that it names that version."""
        return next((line for each, line in self.lines if each == minor), self.evidence)


class Bound(NamedTuple):
    """A place that allows some versions only.

    Attributes:
        specifier: as PEP 440 has it.
        force: what a version outside means.
    """

    specifier: str
    evidence: Evidence
    force: Force = Force.BINDING


Word = Named | Bound


def minors_in(text: str) -> tuple[tuple[int, int], ...]:
    """Every minor version that a text names, in order: ``3.8, 3.9`` is (3, 8) and (3, 9)."""
    found = [*_DOTTED.finditer(text), *_RUN_TOGETHER.finditer(text)]
    found.sort(key=lambda match: match.start())
    return tuple(dict.fromkeys((int(match["major"]), int(match["minor"])) for match in found))


def specifier_of(text: str) -> str:
    """The PEP 440 specifier that a range means in conda's, Poetry's or npm's way of writing; empty where it is none.

    ``3.8.*`` and ``3.8`` name a version and are no range.
    """
    parts = [part.strip() for part in re.split(r"\|\||,|\s+(?=[<>=!~^])", text.strip().strip("\"'")) if part.strip()]
    if not _RANGE.search(text) or "||" in text:
        return ""
    return ",".join(filter(None, map(_clause, parts)))


def _clause(part: str) -> str:
    match = re.fullmatch(r"(?P<sign>\^|~=|~|>=|<=|==|=|!=|>|<)?\s*(?P<version>\d+(?:\.\d+)*)(?P<star>\.\*)?", part)
    if not match:
        return ""
    sign, version, star = match["sign"] or "==", match["version"], match["star"] or ""
    release = [int(number) for number in version.split(".")]
    match sign:
        case "^":
            return f">={version},<{release[0] + 1}"
        case "~":
            return f">={version},<{release[0]}.{release[1] + 1}" if len(release) > 1 else f"=={release[0]}.*"
        case "=" | "==":
            return f"=={version}.*" if len(release) < 3 or star else f"=={version}"
        case _:
            return f"{sign}{version}{star if sign == '!=' else ''}"
