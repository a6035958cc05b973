"""What listens inside a container, from the kernel's own tables."""

from collections.abc import Iterator
from dataclasses import dataclass

_LISTENS = "0A"
_LOOPBACK = ("0100007F", "00000000000000000000000001000000", "0000000000000000FFFF00000100007F")
# The engine's own name server, which every container on a user's network has.
_NAME_SERVER = "0B00007F"


@dataclass(frozen=True, slots=True)
class Socket:
    """A port, and whether only the container itself can reach it."""

    port: int
    loopback: bool


def read_sockets(table: str) -> Iterator[Socket]:
    """The listening sockets of ``/proc/net/tcp`` and ``/proc/net/tcp6``."""
    for line in table.splitlines():
        fields = line.split()
        if len(fields) < 4 or fields[3] != _LISTENS:
            continue
        address, _, port = fields[1].partition(":")
        if address != _NAME_SERVER:
            yield Socket(int(port, 16), address in _LOOPBACK)
