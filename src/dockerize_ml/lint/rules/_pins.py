"""What rules about versions say: one hit for each command, at its first package without a version."""

from collections.abc import Iterable, Iterator

from dockerize_ml.dockerfile.shell.nodes import ShellWord
from dockerize_ml.lint.finding import Hit

_SHOWN = 3


def unpinned(loose: Iterable[ShellWord], pin: str) -> Iterator[Hit]:
    """Complain about packages without a version; ``pin`` shows how one is given, with ``{}`` for the package."""
    words = list(loose)
    if not words:
        return
    names = [f"`{word.value}`" for word in words[:_SHOWN]]
    if len(words) > _SHOWN:
        names[-1] = f"{len(words) - _SHOWN + 1} more"
    have = "has" if len(words) == 1 else "have"
    how = f" Write `{pin.format(words[0].value)}`." if words[0].literal else ""
    yield Hit(words[0].span, f"{_listed(names)} {have} no version, so the next build may get another one.{how}")


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
