"""In which order packages can be built beside each other: first what others of them require."""

from collections.abc import Iterable, Iterator

from dockerize_ml.manifests.names import distribution
from dockerize_ml.resolve.model import Locked


def dependencies_first(found: Iterable[Locked]) -> Iterator[Locked]:
    """The set, each package behind those that it asks for; where they ask for each other, as it was.

    Args:
        found: the set; each tells who asks for it.
    """
    by_name = {each.name: each for each in found}
    needed: dict[str, list[str]] = {name: [] for name in by_name}
    for each in by_name.values():
        for who in each.via:
            if not who.startswith("-"):
                needed.setdefault(distribution(who), []).append(each.name)
    done: set[str] = set()
    waiting = [*reversed(by_name)]
    while waiting:
        name = waiting[-1]
        # Emptied before they are waited for, so that a circle comes to an end.
        first, needed[name] = needed[name], []
        waiting.extend(each for each in reversed(first) if each not in done)
        if waiting[-1] == name:
            waiting.pop()
            if name not in done:
                done.add(name)
                yield by_name[name]
