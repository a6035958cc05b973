"""What the author of a line that pip refuses most likely meant."""

import re
from typing import NamedTuple

from dockerize_ml.manifests.conda_names import distribution_for, why_not_linux


class Meaning(NamedTuple):
    """What is wrong with a line, and the requirement to write instead, or empty."""

    reason: str
    replacement: str = ""


_ADDRESS = re.compile(r"(?:(?:git|hg|svn|bzr)\+\w+|https?)://\S+")
_LONGEST = 500
_MANY = re.compile(
    r"[A-Za-z0-9][\w.\[\]-]*(?:[<>=~!]=[\w.*]+)?(?:\s*[,;]\s*[A-Za-z][\w.\[\]-]*(?:[<>=~!]=[\w.*]+)?)+[,;]?"
)
_NAME = r"(?P<name>[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)"
_EXTRAS = r"(?P<extras>\[[\w\s,.-]*\])?"
_VERSION = r"v?(?P<version>\d+(?:\.\d+)*(?:[._-]?(?:a|b|rc|alpha|beta|post|dev)[._-]?\d*)*(?:\+[A-Za-z0-9.]+)?)"

_COMMAND = (
    r"(?:[$!%>]\s*)?(?:sudo\s+)?(?:python\S*\s+-m\s+)?(?:pip\S*|conda|mamba|poetry|uv)\s+(?:pip\s+)?(?:install|add)\s+"
)
# What people put around a requirement, from the inside out.
_DECORATIONS = (
    (
        re.compile(r"(?P<quote>[\"'`])(?P<inside>.+)(?P=quote)[,;]?"),
        "pip knows no quotation marks around a requirement.",
    ),
    (re.compile(r"[-*•]\s+(?P<inside>.+)"), "pip knows no bullets in front of a requirement."),
    (re.compile(r"(?P<inside>.+?)[,;.]+"), "pip knows no stops behind a requirement."),
    (re.compile(rf"{_COMMAND}(?P<inside>\S+)"), "It is a command, not a requirement."),
    (
        re.compile(
            r"[\u200b-\u200d\ufeff\u2060]*(?P<inside>[^\u200b-\u200d\ufeff\u2060]+)[\u200b-\u200d\ufeff\u2060]*"
        ),
        "There are characters in it that cannot be seen.",
    ),
)
_CONDA = re.compile(rf"(?P<name>_?[A-Za-z0-9][A-Za-z0-9._-]*)={{1,2}}{_VERSION}[A-Za-z0-9.]*=[A-Za-z0-9_.]+")

_FORMS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(rf"{_NAME}[ \t]+{_VERSION}(?:[ \t]+\S+){{0,3}}"),
        "It is a row of the table that `pip list` or `conda list` prints.",
        "{name}=={version}",
    ),
    (
        re.compile(rf"{_NAME}{_EXTRAS}[ \t]*=[ \t]*[\"']?{_VERSION}[\"']?"),
        "pip asks for `==`, not for `=`.",
        "{name}{extras}=={version}",
    ),
    (
        re.compile(rf"{_NAME}{_EXTRAS}[ \t]*:[ \t]*[\"']?{_VERSION}[\"']?,?"),
        "pip asks for `==`, not for `:`.",
        "{name}{extras}=={version}",
    ),
    (
        re.compile(rf"{_NAME}{_EXTRAS}[ \t]*=(?P<sign>[<>])[ \t]*{_VERSION}"),
        "pip asks for `>=` and `<=`, in this order.",
        "{name}{extras}{sign}={version}",
    ),
    (
        re.compile(rf"{_NAME}{_EXTRAS}[ \t]*(?:[=<>!~^]|dev|latest).*"),
        "pip cannot read the versions that it asks for.",
        "{name}{extras}",
    ),
    (
        re.compile(
            r"(?:[$!%>]\s*)?(?:sudo\s+)?(?:python\S*\s+-m\s+)?(?:pip\S*|conda|apt|apt-get|poetry|uv)\s+(?:pip\s+)?(?:install|add)\b.*"
        ),
        "It is a command, not a requirement.",
        "",
    ),
    (
        re.compile(r"Package[ \t]+Version.*|[-=_ \t]+|List of packages.*", re.IGNORECASE),
        "It is a table's heading, not a requirement.",
        "",
    ),
    (re.compile(r"[<>=]{7}.*"), "It is what an unfinished merge left behind.", ""),
)


def meaning_of(text: str) -> Meaning:
    """What is wrong with a line, and what was most likely meant."""
    if len(text) > _LONGEST:
        return Meaning("pip cannot read it as a requirement.")
    for decoration, reason in _DECORATIONS:
        found = decoration.fullmatch(text.strip())
        if found and _checked(found["inside"]):
            return Meaning(reason, found["inside"])
    line = text.strip()
    conda = _CONDA.fullmatch(line)
    if conda:
        return _of_conda(conda["name"], conda["version"])
    if _MANY.fullmatch(line):
        return Meaning("pip asks for one requirement in each line.", "\n".join(re.split(r"\s*[,;]\s*", line)))
    for form, reason, template in _FORMS:
        found = form.fullmatch(line)
        if found:
            parts = {key: value or "" for key, value in found.groupdict().items()}
            return Meaning(reason, _checked(template.format(**parts)))
    return Meaning("pip cannot read it as a requirement.")


def _of_conda(name: str, version: str) -> Meaning:
    """A row of ``conda list --export``: much of it is no package of Python."""
    distribution = distribution_for(name)
    if why_not_linux(name) or name == "python" or distribution is None:
        return Meaning(why_not_linux(name) or "It is a package of conda that pip cannot install.")
    reason = "It is written as conda writes it, with a build string that pip does not know."
    return Meaning(reason, _checked(f"{distribution}=={version}"))


def _checked(replacement: str) -> str:
    """The replacement where pip can read it, else nothing."""
    if _ADDRESS.fullmatch(replacement):
        return replacement
    from packaging.requirements import InvalidRequirement, Requirement  # noqa: PLC0415 - start-up time

    try:
        Requirement(replacement)
    except (InvalidRequirement, RecursionError):
        return ""
    return replacement
