"""Print, as JSON, the files of the program's part of the image, and the sizes of well-known caches."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SYSTEM = ("/proc", "/sys", "/dev", "/usr", "/etc", "/lib", "/lib64", "/bin", "/sbin", "/var", "/run", "/boot")
_PACKAGES = ("site-packages", "dist-packages", "node_modules", "conda-meta", "pkgs")
_CACHES = (
    "/root/.cache/pip", "/root/.cache/uv", "/root/.cache/pypoetry", "/var/lib/apt/lists", "/var/cache/apt/archives",
    "/opt/conda/pkgs", "/var/cache/apk", "/root/.npm", "/var/cache/dnf", "/var/cache/yum",
)  # fmt: skip
_MOST = 50000


def files() -> Iterator[str]:
    """Every file outside the system's folders and the packages."""
    for folder, names, found in os.walk("/"):
        names[:] = [name for name in names if os.path.join(folder, name) not in _SYSTEM and name not in _PACKAGES]
        for name in found:
            yield os.path.join(folder, name)


def size(root: str) -> int:
    """The bytes below a folder."""
    total = 0
    for folder, _, found in os.walk(root):
        for name in found:
            total += os.lstat(os.path.join(folder, name)).st_size
    return total


def main() -> None:
    """Look at both."""
    shown = [path for path, _ in zip(files(), range(_MOST))]
    print(json.dumps({"files": shown, "caches": {path: size(path) for path in _CACHES}}))


if __name__ == "__main__":
    main()
