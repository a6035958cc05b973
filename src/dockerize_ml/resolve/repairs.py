"""Several changes of one requirement become one."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dockerize_ml.resolve.model import Repair, RepairKind


def merged(repairs: Iterable[Repair]) -> Iterator[Repair]:
    """For each distribution what it was at first and what it is in the end; what was added and dropped is no repair."""
    by_name: dict[str, list[Repair]] = {}
    for repair in repairs:
        by_name.setdefault(repair.new if repair.kind == "bound" else repair.name, []).append(repair)
    for first, *more in by_name.values():
        last = more[-1] if more else first
        if first.old != last.new:
            yield replace(last, kind=_kind(first, last), old=first.old, at=first.at or last.at)


def _kind(first: Repair, last: Repair) -> RepairKind:
    if last.kind == "bound":
        return "bound"
    if not last.new:
        return "dropped"
    return "replaced" if first.old else "added"
