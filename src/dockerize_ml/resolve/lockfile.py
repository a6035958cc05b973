"""The text of ``requirements.lock``."""

from collections.abc import Iterator

from dockerize_ml.manifests.lock_header import (
    APART,
    AS_OF,
    COMPILED,
    FROM,
    INPUTS,
    KEPT,
    PLATFORMS,
    PYTHON,
    REPAIR,
    WITHOUT,
)
from dockerize_ml.project.our_own import HEADER
from dockerize_ml.resolve.model import Lock, Locked, Repair
from dockerize_ml.version import __version__

_LONGEST = 1_000


def lock_text(lock: Lock) -> str:
    """Head and pins; the same lock gives the same bytes."""
    return "\n".join((*_head(lock), "", *lock.options, *(line for each in lock.packages for line in _pin(each)))) + "\n"


def _head(lock: Lock) -> Iterator[str]:
    yield f"# {HEADER} {__version__}: exact versions of all that the image installs. `dockerize-ml lock` makes it anew."
    yield from _field(FROM, ", ".join(lock.sources))
    yield from _field(AS_OF, f"{lock.as_of}, {lock.as_of_why}" if lock.as_of else f"now, {lock.as_of_why}")
    yield from _field(PYTHON, f"{lock.python}, {lock.python_why}")
    if lock.platforms:
        yield from _field(PLATFORMS, ", ".join(lock.platforms))
    yield from _field(INPUTS, lock.digest)
    for name in lock.kept:
        yield from _field(KEPT, name)
    for name in lock.without:
        yield from _field(WITHOUT, name)
    for each in lock.compiled:
        yield from _field(
            COMPILED,
            f"{each.text}, with the build tools of {each.tools_of}"
            + (", g++" * each.is_native)
            + (", OpenMP" * each.uses_openmp)
            + (", in place" * each.in_place)
            + (", with what it requires" * each.is_whole),
        )
    for apart in lock.aparts:
        yield from _field(APART, f"{apart.text}, because {apart.reason}")
    for repair in lock.repairs:
        yield from _field(REPAIR, told(repair))


def told(repair: Repair) -> str:
    """One line: what was changed, where, and why."""
    at = f" ({repair.at})" if repair.at else ""
    match repair.kind:
        case "added":
            return f"{repair.new} is added{at}: {repair.reason}"
        case "dropped":
            return f"{repair.old} is left out{at}: {repair.reason}"
        case "replaced":
            return f"{repair.new} instead of {repair.old}{at}: {repair.reason}"
        case "bound":
            return f"{repair.new} is the limit{at}: {repair.reason}"


def _field(name: str, value: str) -> Iterator[str]:
    yield f"# {name}: {_one_line(value)}"


def _pin(package: Locked) -> Iterator[str]:
    yield " \\\n".join((package.text, *(f"    --hash={digest}" for digest in package.hashes)))
    yield from (f"    # via {_one_line(who)}" for who in package.via)


def _one_line(text: str) -> str:
    """The text without anything that pip or Python takes for the end of a line: it stays a comment, whatever it is."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
