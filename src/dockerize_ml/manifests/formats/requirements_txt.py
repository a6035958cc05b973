"""Requirements files, under any name that authors give them."""

import re
from functools import cache

from dockerize_ml.knowledge.table import rows
from dockerize_ml.manifests.formats.conda_lock import is_explicit
from dockerize_ml.manifests.interpreter import named_interpreter
from dockerize_ml.manifests.lock_header import is_our_lock
from dockerize_ml.manifests.registry import reader
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.manifests.requirements_file import RequirementsFile, read_requirements_file
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project

_EXACT = re.compile(r"={2,3}[^*]+")


_INTERPRETER = re.compile(r"python\s*(?P<operator>[<>=~!]{1,2})\s*(?P<version>\d+(?:\.\d+)*)(?:=\w+)?", re.IGNORECASE)
_COMPILED = re.compile(r"^#.*(?:pip-compile with [Pp]ython|--python-version[= ])\s*(?P<version>\d+\.\d+)")
# ``requirements/base.txt``, ``reqs/prod.in``
_FOLDERS = frozenset({"requirements", "requirement", "reqs"})
_WORDS = frozenset({"req", "reqs", "requires", "requirement", "requirements"})


def is_requirements_name(path: str) -> bool:
    """Whether a file is named as a requirements file, spelling mistakes included."""
    folder, _, name = path.lower().rpartition("/")
    if name in _other_names():
        return True
    stem, _, suffix = name.rpartition(".")
    if "req" not in stem and "req" not in folder:
        return False
    if suffix not in {"txt", "in"}:
        return False
    return folder.rpartition("/")[2] in _FOLDERS or any(map(_is_like_requirements, re.split(r"[-_. ()]", stem)))


@reader("requirements", files=is_requirements_name, suffixes=("txt", "in", "lock", "pip", "text", ""), precedence=30)
def read_requirements_txt(project: Project, path: str) -> Manifest | None:
    """A list that pip installs with ``-r``."""
    if (path.endswith(".lock") and is_our_lock(project.text(path))) or is_explicit(project, path):
        return None
    found = read_requirements_file(project, path)
    if _is_prose(found, is_certain="req" in path.lower()):
        return None
    return Manifest(
        path=path,
        format="requirements",
        manager="pip",
        requirements=found.requirements,
        unusable=found.unusable,
        python=_python(project, path, found),
        includes=tuple(dict.fromkeys(found.includes)),
        options=tuple(dict.fromkeys(found.options)),
        locks=_is_exact(found),
    )


def _python(project: Project, path: str, found: RequirementsFile) -> tuple[str, Place] | None:
    """The interpreter that the list was made for: conda's ``python=3.9.7=…``, or what pip-compile says above it."""
    for unusable in found.unusable:
        asked = _INTERPRETER.fullmatch(unusable.text)
        if asked:
            if asked["operator"] in {"=", "=="}:
                return named_interpreter(asked["version"], unusable.at)
            return f"{asked['operator']}{asked['version']}", unusable.at
    for number, line in enumerate(project.lines(path)[:20], 1):
        made = _COMPILED.search(line)
        if made:
            return named_interpreter(made["version"], Place(path, number))
    return None


@cache
def _other_names() -> frozenset[str]:
    return frozenset(name for row in rows("manifest_names", "other_name") for name in row.texts("names"))


def _is_prose(found: RequirementsFile, *, is_certain: bool) -> bool:
    """Whether something else was taken for a list: lines that say nothing to pip, nor nearly so.

    Under the usual name a few of them are mistakes; under another name a single one tells that it is no list.
    """
    meaningless = sum(not line.replacement for line in found.unusable)
    if is_certain:
        return meaningless > 2 * len(found.requirements) + 2
    return meaningless > 0 or not any(one.specifier for one in found.requirements)


def _is_like_requirements(word: str) -> bool:
    word = word.rstrip("0123456789")
    if word in _WORDS:
        return True
    # Long enough that no English word but the one meant lies within three slips of it.
    return word.startswith("req") and len(word) > 7 and distance(word, "requirements") <= 3


def distance(one: str, other: str) -> int:
    """How many letters have to be added, taken away or changed to make one word of the other."""
    row = list(range(len(other) + 1))
    for index, letter in enumerate(one, 1):
        above, row = row, [index]
        for column, wanted in enumerate(other, 1):
            row.append(min(above[column] + 1, row[-1] + 1, above[column - 1] + (letter != wanted)))
    return row[-1]


def _is_exact(found: RequirementsFile) -> bool:
    named = [requirement for requirement in found.requirements if not requirement.url]
    return bool(named) and all(_EXACT.fullmatch(requirement.specifier) for requirement in named)
