"""Tell the folders that no author wrote: environments, caches, recorded runs, the version history."""

import os
import re
import tomllib
from fnmatch import translate
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class _Row(NamedTuple):
    name: re.Pattern[str]
    holds: str | None
    why: str


class _Table(NamedTuple):
    by_name: dict[str, str]
    rows: tuple[_Row, ...]
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
    text = files("dockerize_ml.knowledge").joinpath("unsearched_folders.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    plain = {row["name"]: row["why"] for row in data["folder"] if "holds" not in row and "*" not in row["name"]}
    rows = (
        _Row(re.compile(translate(row["name"])), row.get("holds"), row["why"])
        for row in data["folder"]
        if row["name"] not in plain
    )
    beneath = ((row["holds"], frozenset(row["names"]), row["why"]) for row in data["beneath_root"])
    return _Table(plain, tuple(rows), tuple(beneath))
