"""EXPOSE: ports, ranges and protocols."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.dockerfile.nodes import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.dockerfile.nodes import Instruction
    from dockerize_ml.dockerfile.refusals.context import Context

PROTOCOLS = ("tcp", "udp", "sctp")
_NUMBER = re.compile(r"\+?[0-9]{1,20}")
_HIGHEST = 65_535
_HINT = "Write a port and at most a protocol: `8000`, `8000/udp`, `8000-8010`; a comment needs a line of its own."


def refused_ports(instruction: Instruction, context: Context) -> Iterator[Problem]:
    """Say which words are no ports."""
    for word in instruction.words:
        value = context.settled(word.text)
        if value and (reason := _reason(value)):
            yield Problem(reason, _HINT, word.span)


def _reason(written: str) -> str | None:
    ports, slash, protocol = written.partition("/")
    if slash and protocol and protocol.lower() not in PROTOCOLS:
        return f"`{protocol}` is no protocol"
    *outside, container = ports.rsplit(":", 2)
    if not container:
        return f"there is no port in `{written}`"
    inside = _range(container)
    if inside is None:
        return f"`{container}` is no port"
    return _reason_outside(outside, inside)


def _reason_outside(parts: list[str], inside: range) -> str | None:
    """What is wrong with the address and the host's port, which EXPOSE takes but has no use for."""
    if not parts:
        return None
    *address, host = parts
    if address and address[0] and not _is_address(address[0]):
        return f"`{address[0]}` is no address"
    if not host:
        return None
    wanted = _range(host)
    if wanted is None:
        return f"`{host}` is no port"
    if len(wanted) != len(inside) and len(inside) != 1:
        return "the two ranges have different lengths"
    return None


def _range(text: str) -> range | None:
    first, dash, last = text.partition("-")
    numbers = [first, last] if dash else [first, first]
    if not all(_NUMBER.fullmatch(number) for number in numbers):
        return None
    start, end = (int(number) for number in numbers)
    return range(start, end + 1) if start <= end <= _HIGHEST else None


def _is_address(text: str) -> bool:
    from ipaddress import ip_address  # noqa: PLC0415 - few files need it, and it is slow to import

    if text.startswith("[") and text.endswith("]"):
        text = text[1:-1]
    try:
        ip_address(text)
    except ValueError:
        # `::80` is read as address `:`, which Go takes for none at all.
        return False
    return True
