"""The project as a package: what building it takes, and whether the program asks what of it is installed."""

from __future__ import annotations

import ast
import re
import sys
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.left_behind import left_behind
from dockerize_ml.facts.nearby import nearby, read
from dockerize_ml.facts.outside import OwnPackage
from dockerize_ml.facts.source.called import calls
from dockerize_ml.facts.source.unguarded import unguarded
from dockerize_ml.knowledge.build_tools import build_needs, gone_since
from dockerize_ml.knowledge.imports import normalised
from dockerize_ml.knowledge.versions_from_history import version_variable
from dockerize_ml.manifests.setup_script import SetupScript
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.model import Evidence
    from dockerize_ml.facts.source.called import Called
    from dockerize_ml.facts.survey import Survey

_BUILD_FILES = ("pyproject.toml", "setup.py")
_BUILDS = re.compile(r"^\[build-system\]|^\[project\]|\bsetup\(", re.MULTILINE)
# The module that setuptools-scm, a hook of Hatch's or PDM writes the version to.
_WRITTEN = re.compile(
    r"(?:\bwrite_to|\bversion[-_]file)[\"']?\s*[=:]\s*[\"'](?P<file>\w[\w./-]*\.py)[\"']"
    r"|\[tool\.hatch\.build\.hooks\.version\][^\[]*?\bpath\s*=\s*[\"'](?P<path>\w[\w./-]*\.py)[\"']"
)
_NAMED = re.compile(r"\bname\s*=\s*[\"']?(?P<name>[\w.-]+)")
_MENTION = re.compile(r"\bpkg_resources\b|\bimportlib[._]metadata\b|\bimportlib\s+import\s+metadata\b")
_ASKS = re.compile(
    r"pkg_resources\.(?:require|get_distribution)|importlib[._]metadata\.(?:version|distribution|metadata|files)"
)
_ASKS_FOR_PLUGINS = re.compile(r"pkg_resources\.iter_entry_points|importlib[._]metadata\.entry_points")
_EVERY_BUILD_HAS = sys.stdlib_module_names | {"setuptools", "pkg_resources", "distutils", "wheel"}
_ITSELF = frozenset({"__name__", "__package__"})


@lru_cache(maxsize=1)
def own_package(survey: Survey) -> OwnPackage | None:
    """The package, or None where nothing in the folder builds one."""
    build = next((near for near in nearby(survey, _BUILD_FILES) if _BUILDS.search(read(survey, near.path))), None)
    if build is None:
        return None
    folder = build.path.rpartition("/")[0] or "."
    below = "" if folder == "." else f"{folder}/"
    text = "\n".join(_texts(survey, below))
    setup = read(survey, f"{below}setup.py") if survey.project.exists(f"{below}setup.py") else ""
    gone = gone_since(setup)
    compiled = _compiled(survey, f"{below}setup.py") if setup else None
    is_told = not setup or "[build-system]" in text
    takes_more = not is_told and (compiled is not None or _imports_more(survey, f"{below}setup.py"))
    return OwnPackage(
        folder=folder,
        version_variable=version_variable(text),
        tools_of=(gone - timedelta(days=1)).isoformat() if gone else "",
        version_file=_version_file(survey, below, text),
        compiled=compiled,
        build_needs=tuple(build_needs(setup, compiles=compiled is not None)) if takes_more else (),
        asked=_asked(survey, below, text),
        left_behind=left_behind(survey, below, text),
    )


def _texts(survey: Survey, below: str) -> Iterator[str]:
    paths = (f"{below}{name}" for name in (*_BUILD_FILES, "setup.cfg"))
    return (read(survey, path) for path in paths if survey.project.exists(path))


def _imports_more(survey: Survey, setup: str) -> bool:
    """Whether it imports what no build has by itself: pip, a package that the project requires, the project."""
    modules = {line.module.partition(".")[0] for line in survey.source.lines(setup)}
    return not modules <= _EVERY_BUILD_HAS


def _compiled(survey: Survey, setup: str) -> Evidence | None:
    tree = survey.project.tree(setup)
    script = SetupScript.read(tree) if tree is not None else None
    asks = script.arguments.get("ext_modules") if script is not None else None
    return survey.quote(Place(setup, asks.lineno)) if asks is not None else None


def _version_file(survey: Survey, below: str, text: str) -> str:
    found = _WRITTEN.search(text)
    if found is None or ".." in found[0]:
        return ""
    named = f"{below}{found['file'] or found['path']}"
    # PDM names it as seen from the folder of the packages.
    path = next((path for path in (named, f"{below}src/{named.removeprefix(below)}") if _has_folder(survey, path)), "")
    stem = path.rpartition("/")[2].removesuffix(".py")
    if not path or survey.project.exists(path):
        return ""
    imported = re.compile(rf"\b{re.escape(stem)}\b")
    return path if any(imported.search(survey.source.text(file)) for file in survey.program_files) else ""


def _has_folder(survey: Survey, path: str) -> bool:
    return (path.rpartition("/")[0] or ".") in survey.source.layout.folders


def _asked(survey: Survey, below: str, text: str) -> Evidence | None:
    """Where the program asks for the version or for plug-ins of its own, outside of every ``try``."""
    packages = {part for path in survey.program_files for part in path.removeprefix(below).split("/")[:-1]}
    own = {normalised(name) for name in (*packages, *_NAMED.findall(text))}
    for called in calls(survey.resolver, survey.program_files, _MENTION):
        if (_is_about(survey, called, own) or _is_group(called, text)) and _is_unguarded(called):
            return survey.quote(called.place)
    return None


def _is_group(called: Called, text: str) -> bool:
    """Whether it looks for plug-ins of a group that the project itself declares."""
    group = called.argument(0, "group") if _ASKS_FOR_PLUGINS.fullmatch(called.name) else None
    named = group.value if isinstance(group, ast.Constant) and isinstance(group.value, str) else ""
    return bool(named) and re.search(rf"(?<![\w.]){re.escape(named)}(?![\w.])", text) is not None


def _is_about(survey: Survey, called: Called, own: set[str]) -> bool:
    if not _ASKS.fullmatch(called.name):
        return False
    asked = called.argument(0, "distribution_name", "dist")
    if isinstance(asked, ast.Name) and asked.id in _ITSELF:
        return True
    named = survey.folder.fold(asked, called.scope)
    return named is not None and isinstance(named.value, str) and normalised(named.value) in own


def _is_unguarded(called: Called) -> bool:
    return any(node is called.node for node in unguarded(called.scope.module.tree))
