"""Print, as JSON, whether model files load with the libraries that are installed here.

The argument is JSON: a list of objects with ``path``, relative to the project, and ``loaders``, which are tried in
order until the module of one is installed.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import sys
import time
import warnings
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_SKIPPED = ("/proc", "/sys", "/dev", "/usr/lib", "/usr/share", "/usr/include", "/etc", "/lib", "/var/lib", "/run")


def found(path: str) -> str | None:
    """Where the file stands in the image: below the folder that it starts in, else anywhere under the same name."""
    for candidate in (path, os.path.basename(path)):
        if os.path.isfile(candidate):
            return os.path.abspath(candidate)
    return next(anywhere(path), None)


def anywhere(path: str) -> Iterator[str]:
    """Files whose path ends like the one that is looked for."""
    for folder, names, files in os.walk("/"):
        names[:] = [name for name in names if os.path.join(folder, name) not in _SKIPPED and name != "site-packages"]
        if os.path.basename(path) in files:
            yield os.path.join(folder, os.path.basename(path))


def load(path: str, loader: dict[str, Any]) -> None:
    """Call what loads it."""
    module, _, name = loader["call"].rpartition(".")
    call = getattr(importlib.import_module(module), name)
    if loader["file"]:
        with open(path, "rb") as file:
            call(file)
    elif loader["keyword"]:
        call(**{loader["keyword"]: path})
    else:
        call(path, *loader["arguments"])


def tried(path: str, loaders: list[dict[str, Any]]) -> dict[str, Any]:
    """What came of one file."""
    place = found(path)
    if place is None:
        return {"path": path, "state": "absent"}
    if not os.access(place, os.R_OK):
        return {"path": place, "state": "unreadable"}
    for loader in loaders:
        if importlib.util.find_spec(loader["call"].partition(".")[0]) is None:
            continue
        begin = time.monotonic()
        with warnings.catch_warnings(record=True) as remarks:
            warnings.simplefilter("always")
            try:
                load(place, loader)
            except BaseException as error:  # noqa: BLE001 - whatever a model does when it is loaded is the answer
                said = f"{type(error).__name__}: {error}"
                return {"path": place, "state": "failed", "call": loader["call"], "said": said}
        doubts = [str(remark.message) for remark in remarks if "Inconsistent" in remark.category.__name__]
        took = time.monotonic() - begin
        return {"path": place, "state": "loaded", "call": loader["call"], "said": "".join(doubts[:1]), "seconds": took}
    return {"path": place, "state": "unknown"}


def main() -> None:
    """Try all."""
    asked = json.loads(sys.argv[1])
    # Models print what they like; the answer alone goes where it is read.
    answer = os.dup(1)
    os.dup2(2, 1)
    told = [tried(each["path"], each["loaders"]) for each in asked]
    os.write(answer, json.dumps(told).encode())


if __name__ == "__main__":
    main()
