"""Tell the folders that no author wrote: environments, caches, recorded runs, the version history."""

import os
import re
from fnmatch import translate
from functools import cache
from typing import NamedTuple

from dockerize_ml.knowledge.table import rows


class _Pattern(NamedTuple):
    name: re.Pattern[str]
    holds: str | None
    why: str


class _Table(NamedTuple):
    by_name: dict[str, str]
    rows: tuple[_Pattern, ...]
    beneath_root: tuple[tuple[str, frozenset[str], str], ...]


def why_unsearched(root: str, folder: str) -> str | None:
    """Why a folder (posix path relative to the root) is not searched, or None where it is."""
    parent, _, name = folder.rpartition("/")
    table = _table()
    if name in table.by_name:
        return table.by_name[name]
    for row in table.rows:
        if row.name.match(name) and (row.holds is None or _holds(root, folder, row.holds)):
            return row.why
    if parent:
        return None
    return next((why for holds, names, why in table.beneath_root if name in names and _holds(root, "", holds)), None)


def _holds(root: str, folder: str, path: str) -> bool:
    return os.path.lexists(os.path.join(root, folder, path))  # noqa: PTH118 - asked for every folder, so it must be fast


@cache
def _table() -> _Table:
    by_name: dict[str, str] = {}
    patterns: list[_Pattern] = []
    for row in rows("unsearched_folders", "folder"):
        name, holds = row.text("name"), row.optional_text("holds")
        if holds is None and "*" not in name:
            by_name[name] = row.why
        else:
            patterns.append(_Pattern(re.compile(translate(name)), holds, row.why))
    beneath = (
        (row.text("holds"), frozenset(row.texts("names")), row.why)
        for row in rows("unsearched_folders", "beneath_root")
    )
    return _Table(by_name, tuple(patterns), tuple(beneath))
