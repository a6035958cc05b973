"""What the index has of single requirements: which version, since when, and for which Pythons without compiling."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from packaging.tags import Tag
from packaging.utils import InvalidWheelFilename, parse_wheel_filename

from dockerize_ml.knowledge.architectures import architecture
from dockerize_ml.knowledge.pythons import minor_key, pythons
from dockerize_ml.project.shape import mapping, sequence, text
from dockerize_ml.resolve.model import Ask
from dockerize_ml.resolve.trouble import Trouble, trouble_in
from dockerize_ml.resolve.uv import Uv

# uv and the images that we build on know nothing older.
OLDEST = "3.7"
_CPYTHON = re.compile(r"cp3(\d+)")
_PURE = re.compile(r"py3(\d*)")


@dataclass(frozen=True, slots=True)
class Release:
    """One version of a distribution.

    Attributes:
        uploaded: the day of its first file.
        pythons: minor versions that it has a wheel for, on Linux and each machine that is asked for.
        size: the bytes of its largest wheel.
        sdist: the address of its source distribution, or empty.
        is_pure: whether a wheel of it is for every machine: nothing in it is compiled.
    """

    name: str
    version: str
    uploaded: date | None
    pythons: frozenset[str]
    sdist: str
    size: int = 0
    is_pure: bool = False

    @property
    def pin(self) -> str:
        """Name and version alone."""
        return f"{self.name}=={self.version}"

    @property
    def reach(self) -> str:
        """Up to which Python it has wheels, in words; it has some."""
        highest = max(self.pythons, key=minor_key)
        return f"{self.pin} has wheels for Python up to {highest}"


def releases(
    uv: Uv, asks: Iterable[Ask], as_of: date | None = None, *, python: str = OLDEST, lowest: bool = False
) -> dict[str, Release] | Trouble:
    """The version that each ask alone would get, or what is in the way of one of them.

    uv is told that nothing depends on anything, so that it neither fetches nor builds a single file.

    Args:
        uv: whom to ask.
        asks: the requirements, each a name once.
        as_of: the day that nothing may be newer than.
        python: the oldest version that the releases may be for.
        lowest: the lowest version of each instead of the highest.
    """
    listed = list(asks)
    files = {
        "asks.in": "".join(f"{ask.text}\n" for ask in listed),
        "uv.toml": "".join(f'[[dependency-metadata]]\nname = "{name}"\n' for name in {ask.name for ask in listed}),
    }
    options = ["--universal", "--no-deps", "--format", "pylock.toml", *newest(as_of)]
    options += ["--resolution", "lowest"] if lowest else []
    trouble = None
    # Only wheels for this version and newer ones are told, so the oldest that everything can be had for is looked for.
    for minor in (known.minor for known in pythons() if known.key >= minor_key(python)):
        answer = uv.compile(files, [*options, "--python-version", minor])
        if answer.ok:
            document = tomllib.loads(answer.output)
            wanted = [architecture(platform).machine for platform in uv.platforms]
            found = (release_of(mapping(package), wanted) for package in sequence(document.get("packages")))
            return {each.name: each for each in found}
        trouble = trouble_in(answer.errors)
        if trouble.kind != "python":
            break
    if trouble is None:
        raise LookupError("no version of Python is known")
    return trouble


def latest(found: Mapping[str, Release]) -> tuple[date | None, str]:
    """The day and the name, with its version, of what came out last; None where the index tells no days."""
    dated = [(each.uploaded, each.pin) for each in found.values() if each.uploaded]
    return max(dated, default=(None, ""))


def newest(as_of: date | None) -> tuple[str, ...]:
    """The option that hides what came later."""
    return ("--exclude-newer", as_of.isoformat()) if as_of else ()


def release_of(package: dict[str, object], machines: Sequence[str]) -> Release:
    """What a lock's entry tells of a version.

    Args:
        package: the entry.
        machines: those that a wheel has to be for.
    """
    wheels = [mapping(wheel) for wheel in sequence(package.get("wheels"))]
    sdist = mapping(package.get("sdist"))
    days = sorted(day for file in (*wheels, sdist) if (day := _day(file.get("upload-time"))))
    names = [text(wheel.get("url")).rpartition("/")[2] for wheel in wheels]
    return Release(
        name=text(package.get("name")),
        version=text(package.get("version")),
        uploaded=days[0] if days else None,
        pythons=frozenset.intersection(
            *(frozenset(minor for file in names for minor in pythons_of(file, machine)) for machine in machines)
        ),
        sdist=text(sdist.get("url")) or text(sdist.get("path")),
        size=max((size for wheel in wheels if isinstance(size := wheel.get("size"), int)), default=0),
        is_pure=any(file.endswith("-any.whl") for file in names),
    )


def _day(value: object) -> date | None:
    return value.date() if isinstance(value, datetime) else None


def pythons_of(wheel: str, machine: str) -> Iterator[str]:
    """The minor versions that take a wheel of this name, on Linux and such a machine."""
    linux = re.compile(rf"any|manylinux\w*_{machine}|linux_{machine}")
    try:
        tags = parse_wheel_filename(wheel)[3]
    except InvalidWheelFilename:
        return
    for tag in tags:
        if linux.fullmatch(tag.platform):
            yield from (known.minor for known in pythons() if _fits(tag, known.key[1]))


def _fits(tag: Tag, minor: int) -> bool:
    """Whether Python 3.``minor`` takes the wheel; free-threaded builds (``cp313t``) are for another interpreter."""
    own, pure = _CPYTHON.fullmatch(tag.interpreter), _PURE.fullmatch(tag.interpreter)
    if own:
        lowest = int(own[1])
        return not tag.abi.endswith("t") and (minor == lowest or (tag.abi == "abi3" and minor > lowest))
    return pure is not None and tag.abi == "none" and minor >= int(pure[1] or 0)
