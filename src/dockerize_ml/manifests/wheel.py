"""What the name of a wheel or source archive tells."""

import re
from dataclasses import dataclass

from dockerize_ml.manifests.names import canonical

_WHEEL = re.compile(
    r"(?P<name>[A-Za-z0-9._]+)-(?P<version>[0-9][A-Za-z0-9.!+_]*)(?:-\d[^-]*)?"
    r"-(?P<python>[A-Za-z0-9_.]+)-(?P<abi>[A-Za-z0-9_.]+)-(?P<platform>[A-Za-z0-9_.]+)\.whl",
)
_SOURCE = re.compile(r"(?P<name>[A-Za-z0-9._-]+?)-(?P<version>\d[A-Za-z0-9.!+_]*)\.(?:tar\.gz|zip|tar\.bz2|tgz)")
_LINUX = ("any", "linux", "manylinux")


@dataclass(frozen=True, slots=True)
class Archive:
    """A distribution's file: its name as PEP 503 has it, its version, and what it is built for."""

    name: str
    version: str
    python: str = ""
    platform: str = "any"

    @property
    def is_for_linux(self) -> bool:
        """Whether a Debian-based image can install it."""
        return any(part.startswith(_LINUX) for part in self.platform.split("."))


def read_archive_name(file: str) -> Archive | None:
    """What ``torch-2.1.0-cp311-cp311-linux_x86_64.whl`` tells; None for any other name."""
    wheel = _WHEEL.fullmatch(file)
    if wheel:
        return Archive(canonical(wheel["name"]), wheel["version"], wheel["python"], wheel["platform"])
    source = _SOURCE.fullmatch(file)
    # ``v1.2.zip`` and ``main.zip`` are a forge's snapshots and tell no name.
    if source and not source["name"].isdigit():
        return Archive(canonical(source["name"]), source["version"])
    return None
