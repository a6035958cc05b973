"""Where the templates are, and the environment that they are read in."""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import ChoiceLoader, DictLoader, FileSystemLoader, PrefixLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from dockerize_ml.render import quoting
from dockerize_ml.render.probe import probe

_QUOTES = (
    *("comment", "identifier", "image", "path", "paths", "env", "label", "shell", "exec_form", "mount"),
    "ignore_line",
    "ignore_pattern",
)
_PACKAGE = Path(__file__).resolve().parents[1]


def folder() -> Path:
    """The folder of the templates: inside the installed package, or at the top of a checkout."""
    installed = _PACKAGE / "templates"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "templates"


def environment(overrides: Mapping[str, str]) -> SandboxedEnvironment:
    """Our templates with the user's before them.

    Args:
        overrides: the user's templates by name (``steps/healthcheck.j2``). One that wants to change a single block
            begins with ``{% extends "dockerize-ml/Dockerfile.j2" %}``.
    """
    ours = FileSystemLoader(folder())
    made = SandboxedEnvironment(
        loader=ChoiceLoader([DictLoader(overrides), ours, PrefixLoader({"dockerize-ml": ours})]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # What is written here is a Dockerfile, not HTML: the filters below quote, and finalize insists on it.
        autoescape=False,
        finalize=quoting.finalize,
    )
    made.filters.update({name: getattr(quoting, name) for name in _QUOTES}, probe=probe)
    return made
