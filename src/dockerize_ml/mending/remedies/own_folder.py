"""A folder that is not there, or that the program's user may not write to: one of its own."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from posixpath import normpath

from dockerize_ml.engine.diagnosis import Diagnosis
from dockerize_ml.knowledge.image_folders import can_be_given
from dockerize_ml.knowledge.pruning import is_left_out
from dockerize_ml.mending.change import Change
from dockerize_ml.mending.registry import Situation, remedy
from dockerize_ml.plan.installers.registry import SOURCE, VENV

# What the setting takes.
_PLAIN = re.compile(r"(?:/[\w.@+-]+)+")
# What a traceback shows of code that makes a file or a folder, or looks through one.
_WRITES = re.compile(
    r"""["'][waxr]b?\+?b?["']|\b(?:mode|Handler|baseFilename|savefig|save\w*|write\w*|dump|mkdir|makedirs|mkstemp"""
    r"""|copy\w*|move|rename|to_\w+|imwrite|download\w*|connect)\b"""
)
_LOOKS_THROUGH = re.compile(r"\b(?:listdir|scandir|iterdir|chdir|walk|StaticFiles|list)\b")
# The last line of source before the error.
_OPENS = re.compile(r"\bopen\([^\n]*(?:\n[^\n]*){1,2}\Z")
# Where a file of SQLite is named: in an address, or as it is.
_DATABASE = re.compile(
    r"""sqlite(?:\+\w+)?:///(?P<address>/?[\w./-]+)|["'](?P<named>[\w./-]*/[\w.-]+\.(?:db|sqlite3?))["']"""
)


@remedy("own-folder")
def own_folder(diagnosis: Diagnosis, situation: Situation) -> Iterator[Change]:
    """The folder that the log names, or the one of the file that it names."""
    path = diagnosis.words.get("path", "")
    if not path:
        yield from _of_databases(diagnosis, situation)
        return
    if path.startswith(f"{VENV}/") and is_left_out(path.partition("/site-packages/")[2].split("/")):
        yield Change("drop", (), f"{diagnosis.meaning} It is left out of a package, as what no program needs is.")
        return
    refused = "Permission denied" in diagnosis.text
    told = diagnosis.text[: diagnosis.text.rfind(path)]
    is_file = bool(PurePosixPath(path).suffix) or bool(_OPENS.search(told))
    if not refused and is_file and not _WRITES.search(told):
        return
    if not refused and not is_file and "/" not in path and not _LOOKS_THROUGH.search(told):
        return
    yield from _given(str(PurePosixPath(path).parent) if is_file else path, diagnosis, situation)


@remedy("named-folder")
def named_folder(diagnosis: Diagnosis, situation: Situation) -> Iterator[Change]:
    """The folder that the log names for one."""
    yield from _given(diagnosis.words["path"], diagnosis, situation)


def _of_databases(diagnosis: Diagnosis, situation: Situation) -> Iterator[Change]:
    """SQLite does not say which file it could not open: the folders that the source names, and that are not there."""
    project = situation.project
    for file in project.python_files:
        for found in _DATABASE.finditer(project.text(file)):
            name = found["address"] or found["named"]
            folder = str(PurePosixPath(name).parent)
            if folder not in project.folders:
                yield from _given(folder, diagnosis, situation)


def _given(folder: str, diagnosis: Diagnosis, situation: Situation) -> Iterator[Change]:
    workdir = situation.inspection.facts.workdir.value or "."
    whole = normpath(f"{SOURCE}/{workdir}/{folder}" if not folder.startswith("/") else folder)
    if _PLAIN.fullmatch(whole) and can_be_given(whole):
        yield Change("folders", (whole,), diagnosis.meaning)
