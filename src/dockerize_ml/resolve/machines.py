"""One set for several kinds of machines: the same versions, and what only one of them needs."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dockerize_ml.knowledge.architectures import architecture
from dockerize_ml.resolve.model import Locked
from dockerize_ml.resolve.output import locked_in
from dockerize_ml.resolve.uv import Answer, Uv


def compiled_for(uv: Uv, files: dict[str, str], options: Sequence[str]) -> tuple[Answer, dict[str, tuple[Locked, ...]]]:
    """The same versions for every kind of machine.

    Whichever is asked first has the choice, so each of them gets to be that until one choice suits all.

    Args:
        uv: whom to ask.
        files: what is asked, as ``Uv.compile`` takes it.
        options: of the resolver, all but the machine.

    Returns:
        An answer, or what is in the way on one of them; and the set for each by Python's name for it.
    """
    orders = [(*uv.platforms[at:], *uv.platforms[:at]) for at in range(len(uv.platforms))]
    first = _in_turn(orders[0], uv, files, options)
    if first[0].ok:
        return first
    others = (_in_turn(order, uv, files, options) for order in orders[1:])
    return next((each for each in others if each[0].ok), first)


def _in_turn(
    platforms: tuple[str, ...], uv: Uv, files: dict[str, str], options: Sequence[str]
) -> tuple[Answer, dict[str, tuple[Locked, ...]]]:
    """What suits the first, then the same for the others."""
    sets: dict[str, tuple[Locked, ...]] = {}
    answers: list[Answer] = []
    for each in map(architecture, platforms):
        answers.append(uv.compile(files, [*options, "--python-platform", each.resolver]))
        if not answers[-1].ok:
            return answers[-1], sets
        sets[each.machine] = locked_in(answers[-1].output)
        pins = "".join(f"{one.pin}\n" for one in sets[each.machine])
        files = {**files, "bounds.txt": files["bounds.txt"] + pins}
    return answers[0], sets


def merged(sets: Mapping[str, tuple[Locked, ...]]) -> tuple[Locked, ...]:
    """All of them in the order of their names.

    Args:
        sets: by the machine's name; a distribution has the same version in each that has it.
    """
    known = {each.name: each for packages in sets.values() for each in reversed(packages)}
    return tuple(_marked(known[name], sets) for name in sorted(known))


def _marked(package: Locked, sets: Mapping[str, tuple[Locked, ...]]) -> Locked:
    having = [machine for machine, packages in sets.items() if any(each.name == package.name for each in packages)]
    if len(having) == len(sets):
        return package
    marker = " or ".join(f"platform_machine == '{machine}'" for machine in having)
    return replace(package, text=f"{package.text} ; {marker}")
