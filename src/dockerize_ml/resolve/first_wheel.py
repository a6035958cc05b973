"""The first version of a distribution that can be installed without compiling, for projects older than our Pythons."""

import tomllib
from collections.abc import Sequence
from datetime import date, timedelta

from dockerize_ml.knowledge.architectures import architecture
from dockerize_ml.knowledge.pythons import minor_key, python
from dockerize_ml.project.shape import mapping, sequence
from dockerize_ml.resolve.model import Ask
from dockerize_ml.resolve.relaxing import is_pinned
from dockerize_ml.resolve.releases import Release, release_of, releases
from dockerize_ml.resolve.state import State
from dockerize_ml.resolve.uv import Uv

# A project is hardly ever put off further than to the next Python.
_LATEST = timedelta(days=800)
# Within a season of a Python's release what is used most has wheels for it.
_UNTIL_WHEELS = timedelta(days=90)


def put_off_to_a_wheel(uv: Uv, ask: Ask, state: State) -> bool:
    """Go to the day of the first version with a wheel, where what there was by the project's time had none for us.

    Args:
        uv: whom to ask.
        ask: what there is nothing of that could be installed.
        state: where the search stands.
    """
    first = first_wheel(uv, ask, state.pythons, state.as_of)
    if first is None or first.uploaded is None:
        return False
    return state.put_off(first.uploaded, f"{first.pin}, the first with a wheel for these Pythons,")


def put_off_for_python(uv: Uv, ask: Ask, state: State) -> bool:
    """The same for what would have to be compiled, where the project is older than every Python that we have.

    Its wheels are for the Pythons of its time; that a compiler of today makes it for a later one nobody has tried.
    Where there was such a Python, whoever published no wheel expected to be compiled.
    """
    oldest = python(min(state.pythons, key=minor_key))
    is_before = oldest is not None and state.as_of is not None and state.as_of < oldest.released + _UNTIL_WHEELS
    return is_before and not is_pinned(ask) and put_off_to_a_wheel(uv, ask, state)


def took_first_left(uv: Uv, ask: Ask, state: State) -> bool:
    """Ask for the first version that its authors have not withdrawn, where all that there was by then is withdrawn.

    Args:
        uv: whom to ask.
        ask: what nothing is left of.
        state: of the search, which is changed.
    """
    if state.as_of is None or is_pinned(ask):
        return False
    found = releases(uv, [ask], lowest=True)
    first = found.get(ask.name) if isinstance(found, dict) else None
    if first is None or first.uploaded is None or first.uploaded <= state.as_of:
        return False
    why = f"All that there was of it by {state.as_of} is withdrawn; {first.version} is the first that is not."
    state.settle(ask, Ask(ask.name, first.pin, ask.at, is_ours=True), why)
    return True


def first_wheel(uv: Uv, ask: Ask, pythons: Sequence[str], as_of: date | None) -> Release | None:
    """The lowest version that has a wheel for the oldest of the Pythons, where it is not of long after the project.

    Args:
        uv: whom to ask.
        ask: what is asked for.
        pythons: minor versions.
        as_of: the project's time; where there is none, nothing comes after it.
    """
    if as_of is None:
        return None
    first = lowest_wheel(uv, ask.text, min(pythons, key=minor_key))
    is_near = first is not None and first.uploaded is not None and as_of < first.uploaded <= as_of + _LATEST
    return first if is_near else None


def lowest_wheel(uv: Uv, text: str, python: str) -> Release | None:
    """The lowest version that has a wheel.

    Args:
        uv: whom to ask.
        text: the requirement.
        python: the minor version that the wheel is for.
    """
    machine = architecture(uv.platforms[0])
    options = ["--no-deps", "--format", "pylock.toml", "--only-binary", ":all:", "--resolution", "lowest"]
    options += ["--python-version", python, "--python-platform", machine.resolver]
    answer = uv.compile({"asks.in": f"{text}\n"}, options)
    packages = sequence(tomllib.loads(answer.output).get("packages")) if answer.ok else []
    found = (release_of(mapping(package), [machine.machine]) for package in packages)
    return next((each for each in found if python in each.pythons), None)
