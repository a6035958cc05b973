"""Print, as JSON, the libraries that the packages' extension modules ask for and that the image does not have."""

from __future__ import annotations

import json
import mmap
import os
import struct
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PT_LOAD, _PT_DYNAMIC = 1, 2
_DT_NEEDED, _DT_STRTAB = 1, 5
_SYSTEM = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", os.path.join(sys.base_prefix, "lib"))


def needed(path: str) -> list[str]:
    """The libraries that an ELF file asks for; none where it is no such file."""
    # Mapped, since the biggest of them have gigabytes and only the ends are looked at.
    with open(path, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return asked_for(data)


def asked_for(data: mmap.mmap) -> list[str]:
    """The same of what is mapped."""
    if data[:4] != b"\x7fELF" or len(data) < 64:
        return []
    wide, order = data[4] == 2, "<" if data[5] == 1 else ">"
    offset = struct.unpack_from(order + ("Q" if wide else "I"), data, 32 if wide else 28)[0]
    size, count = struct.unpack_from(order + "HH", data, 54 if wide else 42)
    loads, dynamic = [], None
    for number in range(count):
        at = offset + number * size
        if wide:
            kind, _, start, address, _, length = struct.unpack_from(order + "IIQQQQ", data, at)
        else:
            kind, start, address, _, length = struct.unpack_from(order + "IIIII", data, at)
        if kind == _PT_LOAD:
            loads.append((start, address, length))
        if kind == _PT_DYNAMIC:
            dynamic = (start, length)
    return named(data, order + ("qQ" if wide else "iI"), dynamic, loads) if dynamic else []


def named(data: mmap.mmap, entry: str, dynamic: tuple[int, int], loads: list[tuple[int, int, int]]) -> list[str]:
    """The names in the dynamic section."""
    step, offsets, strings = struct.calcsize(entry), [], None
    for at in range(dynamic[0], min(dynamic[0] + dynamic[1], len(data) - step + 1), step):
        tag, value = struct.unpack_from(entry, data, at)
        if tag == _DT_NEEDED:
            offsets.append(value)
        if tag == _DT_STRTAB:
            strings = value
    for start, address, length in loads:
        if strings is not None and address <= strings < address + length:
            base = strings - address + start
            return [data[base + one : data.find(b"\0", base + one)].decode("ascii", "replace") for one in offsets]
    return []


def files() -> Iterator[str]:
    """Every shared object of the installed packages; Python's own parts, tkinter for one, may well be incomplete."""
    roots = {os.path.realpath(folder) for folder in sys.path if folder.endswith("-packages")}
    if sys.prefix != sys.base_prefix:
        # Some wheels put their libraries beside the packages' folder.
        roots.add(os.path.realpath(os.path.join(sys.prefix, "lib")))
    for root in sorted(roots):
        if not any(root != other and root.startswith(other + os.sep) for other in roots):
            for folder, _, names in os.walk(root):
                for name in names:
                    if ".so" in name:
                        yield os.path.join(folder, name)


def present() -> set[str]:
    """The names that the loader finds without being told where."""
    found: set[str] = set()
    for folder in _SYSTEM + tuple(os.environ.get("LD_LIBRARY_PATH", "").split(":")):
        for below, _, names in os.walk(folder) if folder else ():
            if below.count("/") <= 4:
                found.update(name for name in names if ".so" in name)
    try:
        told = subprocess.run(["ldconfig", "-p"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
        found.update(line.split()[0] for line in told.stdout.decode("ascii", "replace").splitlines() if "=>" in line)
    except OSError:
        pass
    return found


def main() -> None:
    """Look at all of them."""
    objects = list(files())
    # Packages bring libraries of their own and find them by a path inside the file.
    have = present() | {os.path.basename(path) for path in objects}
    missing: dict[str, list[str]] = {}
    for path in objects:
        try:
            wanted = needed(path)
        except (OSError, ValueError, struct.error):
            continue
        for name in wanted:
            if name not in have and not name.startswith("ld-linux"):
                missing.setdefault(name, []).append(path)
    print(json.dumps({"checked": len(objects), "missing": missing}))


if __name__ == "__main__":
    main()
