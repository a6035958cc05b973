"""Read the set that uv prints as a requirements file."""

import re
from collections.abc import Iterable, Iterator

from dockerize_ml.manifests.names import canonical
from dockerize_ml.resolve.model import Locked

_PIN = re.compile(r"(?P<name>[A-Za-z0-9][\w.-]*)(?P<extras>\[[^\]]*\])?==(?P<version>[^\s;\\]+)")
_HASH = re.compile(r"--hash=(\S+)")


def locked_in(text: str) -> tuple[Locked, ...]:
    """Every pin with its hashes and what asked for it, in uv's order."""
    return tuple(_locked(lines) for lines in _blocks(text.splitlines()))


def without(packages: Iterable[Locked], names: frozenset[str], parts: re.Pattern[str]) -> tuple[Locked, ...]:
    """The set without some distributions and those ``parts`` that nothing else asks for."""
    kept = [each for each in packages if each.name not in names]
    dropped = set(names)
    while True:
        needless = {each.name for each in kept if parts.fullmatch(each.name) and set(each.via) <= dropped and each.via}
        if not needless:
            return tuple(kept)
        dropped |= needless
        kept = [each for each in kept if each.name not in needless]


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    """A pin's line with those that belong to it."""
    block: list[str] = []
    for line in lines:
        if _PIN.match(line):
            if block:
                yield block
            block = [line]
        elif block:
            block.append(line)
    if block:
        yield block


def _locked(lines: list[str]) -> Locked:
    pin = _PIN.match(lines[0])
    if pin is None:
        raise ValueError(f"not a pin: {lines[0]!r}")
    hashes = tuple(match for line in lines for match in _HASH.findall(line))
    return Locked(canonical(pin["name"]), pin["version"], pin.group(), hashes, tuple(_via(lines[1:])))


def _via(lines: list[str]) -> Iterator[str]:
    for line in lines:
        comment = line.strip()
        if comment.startswith("#"):
            who = comment.lstrip("# ").removeprefix("via").strip()
            if who:
                yield who
