"""Print, as JSON, how many bytes each installed Python package takes and which others require it.

Both come from the records that installers leave.
"""

from __future__ import annotations

import csv
import json
import os
import re
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_REQUIRES = re.compile(r"Requires-Dist:\s*([A-Za-z0-9._-]+)")


def packages() -> Iterator[dict[str, object]]:
    """Name, version, bytes and requirements of each."""
    for root in sorted({os.path.realpath(folder) for folder in sys.path if folder and os.path.isdir(folder)}):
        for name in sorted(os.listdir(root)):
            record = os.path.join(root, name, "RECORD")
            if name.endswith(".dist-info") and os.path.isfile(record):
                title, _, version = name[: -len(".dist-info")].partition("-")
                requires = sorted(set(required(os.path.join(root, name, "METADATA"))))
                yield {"name": title, "version": version, "size": size(root, record), "requires": requires}


def required(metadata: str) -> Iterator[str]:
    """The names that a package requires, those of its extras too: who is installed was asked for by somebody."""
    try:
        with open(metadata, encoding="utf-8", errors="replace") as file:
            for line in file:
                # The description begins behind an empty line; those of a licence are indented.
                if line == "\n":
                    return
                found = _REQUIRES.match(line)
                if found:
                    yield re.sub(r"[-_.]+", "-", found.group(1)).lower()
    except OSError:
        return


def size(root: str, record: str) -> int:
    """The bytes of the recorded files and of what was compiled from them."""
    total = 0
    with open(record, newline="", encoding="utf-8", errors="replace") as file:
        recorded = {row[0] for row in csv.reader(file) if row}
    for path in recorded:
        full = os.path.join(root, path)
        total += one(full)
        if path.endswith(".py"):
            stem = os.path.basename(path)[:-3] + "." + sys.implementation.cache_tag + ".pyc"
            cached = os.path.join(os.path.dirname(path), "__pycache__", stem)
            total += one(os.path.join(root, cached)) if cached not in recorded else 0
    return total


def one(path: str) -> int:
    """The bytes of a file, 0 where it has gone."""
    try:
        return os.lstat(path).st_size
    except OSError:
        return 0


if __name__ == "__main__":
    print(json.dumps(list(packages())))
