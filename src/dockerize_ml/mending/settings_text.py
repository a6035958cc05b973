"""Settings with a change in them, as the text of their file; whatever else stands in it stays as it is."""

from collections.abc import Iterable
from typing import cast

import tomlkit
from tomlkit.items import Array, Table

from dockerize_ml.config import FILE
from dockerize_ml.manifests.names import distribution
from dockerize_ml.mending.change import EMPTIED, LISTS, NUMBERS, TABLES, Change


def with_change(text: str, name: str, change: Change) -> str:
    """The file's new text.

    Args:
        text: of ``dockerize-ml.toml`` or ``pyproject.toml``; empty for one that is not there yet.
        name: which of the two.
        change: what to set or add.
    """
    document = tomlkit.parse(text)
    table = document if name == FILE else _tool_table(document)
    for each in change.all:
        _make(table, each)
    return tomlkit.dumps(document).rstrip("\n") + "\n"


def _make(table: tomlkit.TOMLDocument | Table, change: Change) -> None:
    if change.setting in LISTS:
        old = cast("Iterable[str]", table.get(change.setting, []))
        new = _requirements(old, change.values) if change.setting == "requirements" else _added(old, change.values)
        table[change.setting] = _array(new)
    elif change.setting in EMPTIED:
        table[change.setting] = _array([])
    elif change.setting in TABLES:
        old_table = table.get(change.setting)
        # One of its own keeps its lines; in one line tomlkit forgets the space behind a comma.
        new_table = old_table if isinstance(old_table, Table) else tomlkit.inline_table()
        new_table.update({**(old_table or {}), **dict(_pair(value) for value in change.values)})
        table[change.setting] = new_table
    else:
        (value,) = change.values
        table[change.setting] = int(value) if change.setting in NUMBERS else value


def _pair(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    return name, value


def _tool_table(document: tomlkit.TOMLDocument) -> Table:
    tool = cast("Table", document["tool"])
    return cast("Table", tool["dockerize-ml"])


def _requirements(old: Iterable[str], new: tuple[str, ...]) -> list[str]:
    """One for each distribution: a later word on the same one goes before an earlier."""
    by_name = {distribution(str(each)): str(each) for each in (*old, *new)}
    return list(by_name.values())


def _added(old: Iterable[str], new: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(map(str, (*old, *new))))


def _array(values: list[str]) -> Array:
    array = tomlkit.array()
    for value in values:
        array.append(value)
    return array.multiline(multiline=len(values) > 3)
