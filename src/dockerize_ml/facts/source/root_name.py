"""The name by which a project's modules call the project's own folder, where that is itself the package."""

import re
import sys
from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

from dockerize_ml.project.place import Place

_BUILD_FILES = ("setup.py", "pyproject.toml", "setup.cfg")
# ``package_dir={"shop": ""}``, ``package-dir = {shop = "."}``: the folder itself is the package.
_PACKAGE_DIR = re.compile(r"\bpackage[_-]dir\b[\"']?\s*[=:\]]\s*(?:dict\()?\{?(?P<pairs>[^})\[]*)")
_ITSELF = re.compile(r"[\"']?\b(?P<name>[A-Za-z_]\w*)[\"']?\s*[:=]\s*(?:[\"'](?:\./?)?[\"']|(?:\./?)?(?=\n|$))")


class RootName(NamedTuple):
    """The name, and the first place that says it."""

    name: str
    at: Place


def names_of(folder: str, text: Callable[[str], str]) -> tuple[str, ...]:
    """What the folder may be called by its modules: as the file that builds the package says, or as it is called.

    Args:
        folder: what the project's folder is called.
        text: reads one of its files; empty where there is none.
    """
    told = (
        pair["name"]
        for file in _BUILD_FILES
        for found in _PACKAGE_DIR.finditer(text(file))
        for pair in _ITSELF.finditer(found["pairs"])
    )
    return tuple(dict.fromkeys((*told, folder)))


def root_name(
    folder: str, files: Iterable[str], foreign: Collection[str], text: Callable[[str], str]
) -> RootName | None:
    """The folder's name, where a module says it before the name of something that lies in the folder.

    Args:
        folder: what the project's folder is called.
        files: the project's Python files, relative to it.
        foreign: top-level names that distributions of others provide.
        text: reads one of the files.

    Returns:
        None where the folder is no package, or has a module or a folder of that name, which is meant then.
    """
    paths = tuple(files)
    inside = {path.partition("/")[0].removesuffix(".py") for path in paths}
    inside |= {path.split("/")[1].removesuffix(".py") for path in paths if path.startswith("src/")}
    if not folder.isidentifier() or folder in inside or folder in foreign or folder in sys.stdlib_module_names:
        return None
    parts = "|".join(sorted(map(re.escape, inside)))
    said = re.compile(
        rf"^[ \t]*(?:from|import)[ \t]+{folder}\.(?:{parts})\b|^[ \t]*from[ \t]+{folder}[ \t]+import[ \t]+(?:{parts})\b"
        rf"|[\"']{folder}\.(?:{parts})(?:\.\w+)*[\"']",
        re.MULTILINE,
    )
    for path in paths:
        found = said.search(text(path))
        if found:
            return RootName(folder, Place(path, text(path).count("\n", 0, found.start()) + 1))
    return None
