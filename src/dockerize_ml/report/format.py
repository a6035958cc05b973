"""The lint formats: one module each, found by walking ``formats``; only the one asked for is loaded."""

from collections.abc import Callable, Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple, TypeAlias

from dockerize_ml.errors import UsageError
from dockerize_ml.lint.finding import Finding
from dockerize_ml.report import formats
from dockerize_ml.report.lint_report import LintReport

Show: TypeAlias = Callable[[Sequence[Finding], LintReport], str]


class Format(NamedTuple):
    """One way to write findings down: its name, one line of help, and the function that does it."""

    name: str
    about: str
    show: Show


_known: dict[str, Format] = {}


def lint_format(name: str, about: str) -> Callable[[Show], Show]:
    """Make a function a lint format; its module in ``formats`` has the same name."""

    def register(show: Show) -> Show:
        _known[name] = Format(name, about, show)
        return show

    return register


def format_names() -> tuple[str, ...]:
    """The names of all formats, without loading any."""
    return tuple(sorted(module.name for module in iter_modules(formats.__path__)))


def format_named(name: str) -> Format:
    """The format of that name.

    Raises:
        UsageError: there is none.
    """
    names = format_names()
    if name not in names:
        raise _no_such_format(name, names)
    import_module(f"{formats.__name__}.{name}")
    return _known[name]


def _no_such_format(name: str, names: tuple[str, ...]) -> UsageError:
    from difflib import get_close_matches  # noqa: PLC0415 - a right name must not wait for it

    close = get_close_matches(name, names, n=1)
    guess = f"Did you mean `{close[0]}`? " if close else ""
    return UsageError(reason=f"There is no format `{name}`.", hint=f"{guess}Choose from: {', '.join(names)}.")
