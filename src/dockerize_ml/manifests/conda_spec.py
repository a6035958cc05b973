"""Read one line of conda: ``conda-forge::numpy=1.21.0=py39h1_0``."""

import re
from dataclasses import dataclass

from dockerize_ml.manifests.requirement import Requirement

_SPEC = re.compile(
    r"(?:(?P<channel>[\w./:-]+?)::)?(?P<name>[A-Za-z0-9_][A-Za-z0-9._-]*)[ \t]*"
    r"(?:\[(?P<bracket>[^\]]*)\])?[ \t]*(?P<rest>.*)",
)
_IN_BRACKET = re.compile(r"(?P<key>\w+)[ \t]*=[ \t]*(?P<quote>[\"']?)(?P<value>[^\"']*)(?P=quote)")
_VERSION = re.compile(r"\d+(?:[.!]\d+)*(?:[._-]?(?:a|b|rc|alpha|beta|post|dev)\d*)?")


@dataclass(frozen=True, slots=True)
class CondaSpec:
    """A package of conda.

    Attributes:
        name: as conda spells it.
        specifier: as PEP 440 has it; empty where conda's cannot be said so.
        channel: ``conda-forge`` in ``conda-forge::numpy``, or empty.
        build: the build string, or empty.
    """

    name: str
    specifier: str = ""
    channel: str = ""
    build: str = ""


def read_spec(text: str) -> CondaSpec | None:
    """The package that a line asks for; None where it is no line of conda's."""
    found = _SPEC.fullmatch(text.strip())
    if found is None:
        return None
    bracket = {one["key"]: one["value"] for one in _IN_BRACKET.finditer(found["bracket"] or "")}
    versions, build = _split(found["rest"])
    return CondaSpec(
        name=found["name"],
        specifier=_specifier(bracket.get("version", versions)),
        channel=bracket.get("channel", found["channel"] or ""),
        build=bracket.get("build", build),
    )


def conda_name(requirement: Requirement) -> str:
    """What conda calls the package that a requirement stands for."""
    spec = read_spec(requirement.conda)
    return spec.name if spec else requirement.name


def _split(rest: str) -> tuple[str, str]:
    """Versions and build string: ``=1.21=py39_0``, ``1.21 py39_0``, ``>=1.2,<2``."""
    rest = re.sub(r"\s*,\s*", ",", rest.strip())
    rest = re.sub(r"([<>=!~])\s+", r"\1", rest)
    words = rest.split()
    if len(words) > 1 and not words[1].startswith(("<", ">", "=", "!")):
        return words[0], words[1]
    fuzzy = re.fullmatch(r"={1,2}(?P<version>[^=<>,|]+)=(?P<build>[^=]+)", rest)
    return (f"=={fuzzy['version']}", fuzzy["build"]) if fuzzy else ("".join(words), "")


def _specifier(versions: str) -> str:
    """Conda's versions as PEP 440 says them; alternatives (``1.2|1.3``) it cannot say."""
    if "|" in versions:
        return ""
    parts = [_one(part) for part in versions.split(",") if part]
    return ",".join(part for part in parts if part) if all(parts) else ""


def _one(part: str) -> str:
    operator = re.match(r"[<>=!~]*", part)
    sign = operator[0] if operator else ""
    version = part[len(sign) :]
    release = _VERSION.match(version)
    if release is None or sign not in {"", "=", "==", "<", "<=", ">", ">=", "!=", "~="}:
        return ""
    if sign not in {"", "=", "=="}:
        return sign + release[0]
    # ``=1.21`` is any 1.21; a version given to the last number is meant as it stands.
    is_loose = version.endswith("*") or (sign == "=" and release[0].count(".") < 2)
    return f"=={release[0]}{'.*' if is_loose else ''}"
