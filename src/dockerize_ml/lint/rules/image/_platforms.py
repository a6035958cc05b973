"""Platforms such as ``linux/amd64``, as containerd reads them."""

from typing import NamedTuple

from dockerize_ml.dockerfile.refusals.parent import ARCHITECTURES, SYSTEMS

_SYSTEM_NAMES = {"macos": "darwin"}
_ARCHITECTURE_NAMES = {
    "aarch64": "arm64",
    "armel": "arm",
    "armhf": "arm",
    "i386": "386",
    "x86-64": "amd64",
    "x86_64": "amd64",
}


class Platform(NamedTuple):
    """A platform in the engine's own names; what is not written is the machine's, and None here."""

    system: str | None
    architecture: str | None


def read_platform(written: str) -> Platform | None:
    """Read a platform, or return None where it has variables or is none."""
    first, *rest = written.lower().split("/")
    system = first.partition("(")[0]
    if "$" in written:
        return None
    if rest:
        return Platform(_SYSTEM_NAMES.get(system, system), _ARCHITECTURE_NAMES.get(rest[0], rest[0]))
    if system in SYSTEMS:
        return Platform(_SYSTEM_NAMES.get(system, system), None)
    if system in ARCHITECTURES:
        return Platform(None, _ARCHITECTURE_NAMES.get(system, system))
    return None
