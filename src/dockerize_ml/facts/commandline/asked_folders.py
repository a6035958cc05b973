"""Folders that a server refuses to start without: what it serves lies there, and an empty one will do to start."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.commandline.parts import is_false, keyword, last_name
from dockerize_ml.facts.program import evidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dockerize_ml.facts.commandline.verb import Option
    from dockerize_ml.facts.model import Evidence

# Where it is mounted, and below which several are.
FOLDER = "/data"
_NAMED = re.compile(r"(?:^|_)(?:dir|directory|folder|dirname|docroot|webroot)$", re.IGNORECASE)
_COULD_BE = re.compile(r"(?:^|_)(?:path|root|location|base|store|storage|data|source|workspace)$", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:director(?:y|ies)|folder)\b", re.IGNORECASE)
_FILE = re.compile(r"\bfile\b", re.IGNORECASE)


def is_folder(option: Option) -> bool:
    """Whether a folder is asked for: its type says so, or its name, or its help and a name that could be one's.

    Args:
        option: that takes a value.
    """
    if option.declared is not None:
        typed = keyword(option.declared, "type")
        for call in (option.declared, typed):
            said = _said(call)
            if said is not None:
                return said
    if _NAMED.search(option.holder):
        return True
    return bool(_COULD_BE.search(option.holder) and _TOLD.search(option.told) and not _FILE.search(option.told))


def _said(node: ast.expr | None) -> bool | None:
    """What `click.Path(file_okay=False)` or Typer's own option says; None for nothing."""
    if not isinstance(node, ast.Call):
        return None
    if is_false(keyword(node, "file_okay")):
        return True
    if is_false(keyword(node, "dir_okay")) or last_name(node.func) in {"File", "FileType", "Choice"}:
        return False
    return None


def folders_for(asked: Sequence[Option]) -> tuple[tuple[Option, str], ...]:
    """The folder that each of the options gets; none at all where one of them asks for something else.

    Args:
        asked: the options that a program refuses to start without.
    """
    if not all(map(is_folder, asked)):
        return ()
    return tuple((option, FOLDER if len(asked) == 1 else f"{FOLDER}/{option.holder}") for option in asked)


def shown(option: Option) -> Evidence:
    """Where an option is declared, with the name that a user knows it by."""
    return evidence(option.at, max(option.names, key=len) if option.names else option.holder.upper())
