"""Where a program uses what only old releases of a package have."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dockerize_ml.knowledge.old_apis import OldApi, old_apis
from dockerize_ml.project.place import Place

_IMPORT = re.compile(r"^[ \t]*(?:import|from)[ \t][^\n]*", re.MULTILINE)


class OldUse(NamedTuple):
    """The first place where the source uses it, and the words there."""

    api: OldApi
    at: Place
    words: str


def old_uses(texts: Iterable[tuple[str, str]]) -> Iterator[OldUse]:
    """Every such API that is used, once; none of which some file shows that newer releases do as well.

    Args:
        texts: the program's files, each by its path and its text.
    """
    files = tuple((path, text, _imports(text)) for path, text in texts)
    for api in old_apis():
        importing = [file for file in files if api.is_imported_in(file[2])]
        searched = files if importing and api.is_anywhere else importing
        found = [(path, text, used) for path, text, _ in searched if (used := api.used_in(text))]
        if found and not any(api.gets_by(text) for _, text, _ in found):
            path, text, used = found[0]
            yield OldUse(api, Place(path, text.count("\n", 0, used.start()) + 1), used[0].strip().split("\n")[0])


def _imports(text: str) -> str:
    """The lines that import something, which are few."""
    return "\n".join(_IMPORT.findall(text))
