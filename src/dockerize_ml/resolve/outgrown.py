"""What the program imports and the versions of a set have no more, or not yet: seen in their wheels, as data."""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from dockerize_ml.facts.needed_imports import Imported
from dockerize_ml.knowledge.imports import distributions_of, normalised
from dockerize_ml.resolve.history import Symbol
from dockerize_ml.resolve.index import index_history
from dockerize_ml.resolve.model import Ask, Locked, Repair
from dockerize_ml.resolve.releases import releases
from dockerize_ml.resolve.uv import TimeUpError, Uv
from dockerize_ml.resolve.wheel_contents import WheelContents

# Bytes of a wheel that is worth fetching to look into; those of the big libraries change their names seldom.
_BIGGEST = 8_000_000
_AT_ONCE = 4


class Outgrown(NamedTuple):
    """The repair, the last day on which the newest version still had what is used, and how that is known."""

    repair: Repair
    day: date
    why: str


def outgrown(
    uv: Uv, imported: tuple[Imported, ...], found: tuple[Locked, ...], as_of: date | None, python: str
) -> Iterator[Outgrown]:
    """For each distribution at most one limit: the newest version with what is imported.

    Args:
        uv: whom to ask.
        imported: what the program takes from where.
        found: the set, without those whose version the project itself names.
        as_of: the project's time.
        python: the minor version that the set is for.
    """
    clock = uv.clock.early
    by_name = _by_distribution(imported, found)
    with TemporaryDirectory(prefix="dockerize-ml-") as folder, index_history(as_of, python, clock) as history:
        for package, wanted, contents in _unpacked(Uv(clock), by_name, python, Path(folder)):
            lacking = next((each for each in wanted if contents.surely_lacks(Symbol(each.module, each.name))), None)
            if lacking is None:
                continue
            having = history.newest_with(package.name, package.version, Symbol(lacking.module, lacking.name))
            if having is not None:
                what = f"{lacking.module}.{lacking.name}" if lacking.name else lacking.module
                reason = f"`{what}` is imported, which {package.version} does not have."
                new = f"{package.name}=={having.version}"
                why = f"{new}, the newest that has what is imported, came out that day"
                yield Outgrown(Repair("bound", package.name, "", new, reason, lacking.at), having.uploaded, why)


def _by_distribution(
    imported: tuple[Imported, ...], found: tuple[Locked, ...]
) -> Mapping[Locked, tuple[Imported, ...]]:
    by_name = {each.name: each for each in found}
    gathered: dict[Locked, tuple[Imported, ...]] = {}
    for each in imported:
        names = (*distributions_of(each.module), normalised(each.module.partition(".")[0]))
        package = next((by_name[name] for name in names if name in by_name), None)
        if package is not None:
            gathered[package] = (*gathered.get(package, ()), each)
    return gathered


def _unpacked(
    uv: Uv, by_name: Mapping[Locked, tuple[Imported, ...]], python: str, folder: Path
) -> Iterator[tuple[Locked, tuple[Imported, ...], WheelContents]]:
    asks = [Ask(each.name, each.pin) for each in by_name]
    try:
        known = releases(uv, asks) if asks else {}
    except TimeUpError:
        return
    sizes = {name: release.size for name, release in known.items()} if isinstance(known, dict) else {}
    small = [each for each in by_name if 0 < sizes.get(each.name, 0) <= _BIGGEST]

    def unpack(package: Locked) -> bool:
        try:
            return uv.unpack([package.pin], python, folder / package.name)
        except TimeUpError:
            return False

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for package, is_there in zip(small, pool.map(unpack, small), strict=True):
            if is_there:
                yield package, by_name[package], WheelContents(folder / package.name)
