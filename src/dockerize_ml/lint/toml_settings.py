"""The linter's table in our TOML: ``[tool.dockerize-ml.lint]`` or, in dockerize-ml.toml, ``[lint]``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING, cast, get_args

from dockerize_ml.errors import ConfigError
from dockerize_ml.lint.finding import Level
from dockerize_ml.lint.selection import check_name
from dockerize_ml.lint.setting import Setting
from dockerize_ml.lint.settings import Failing, LabelType, PresetName, Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_PARSER_LINE = re.compile(r"\(at line (\d+)")


def read_toml(text: str, path: Path, *, required: bool) -> Settings | None:
    """The settings in a TOML text; None where it has no table for the linter and none is ``required``."""
    try:
        content: object = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = _PARSER_LINE.search(str(error))
        line = int(place[1]) if place else len(text.splitlines())
        hint = f"Mend it: {error}."
        raise ConfigError(reason="this is not valid TOML", hint=hint, path=str(path), line=line) from error
    keys = ("tool", "dockerize-ml", "lint") if path.name == "pyproject.toml" else ("lint",)
    for key in keys:
        content = content.get(key) if isinstance(content, dict) else None
    if content is None and not required:
        return None
    table = Setting("lint", {} if content is None else content, str(path), _line(text, "lint"))
    settings = Settings()
    for entry in table.table():
        placed = replace(entry, line=_line(text, entry.name) or table.line)
        reader = _READERS.get(entry.name)
        if reader is None:
            raise placed.unknown(_READERS)
        settings = reader(settings, placed)
    return settings


def labels(setting: Setting) -> tuple[tuple[str, LabelType], ...]:
    """Label names with their types."""
    kinds = get_args(LabelType)
    return tuple((entry.name, cast("LabelType", entry.choice(*kinds))) for entry in setting.table())


def _levels(setting: Setting) -> tuple[tuple[str, Level], ...]:
    for entry in setting.table():
        check_name(entry.name, path=setting.path, line=setting.line)
    return tuple((entry.name, Level(entry.choice(*Level))) for entry in setting.table())


def _line(text: str, key: str) -> int | None:
    """The line on which a key is set, or its table begins."""
    pattern = re.compile(rf"^\s*(?:\[.*\b{re.escape(key)}\]|[\"']?{re.escape(key)}[\"']?\s*=)")
    return next((number for number, line in enumerate(text.splitlines(), start=1) if pattern.match(line)), None)


_READERS: dict[str, Callable[[Settings, Setting], Settings]] = {
    "preset": lambda settings, it: settings._replace(preset=cast("PresetName", it.choice(*get_args(PresetName)))),
    "select": lambda settings, it: settings._replace(select=it.rules()),
    "extend-select": lambda settings, it: settings._replace(extend_select=it.rules()),
    "ignore": lambda settings, it: settings._replace(ignore=it.rules()),
    "levels": lambda settings, it: settings._replace(levels=_levels(it)),
    "fail-on": lambda settings, it: settings._replace(fail_on=cast("Failing", it.choice(*get_args(Failing)))),
    "pragmas": lambda settings, it: settings._replace(pragmas=it.truth()),
    "shellcheck": lambda settings, it: settings._replace(shellcheck=it.truth()),
    "cache": lambda settings, it: settings._replace(cache=it.truth()),
    "trusted-registries": lambda settings, it: settings._replace(trusted_registries=it.names()),
    "labels": lambda settings, it: settings._replace(label_schema=labels(it)),
    "strict-labels": lambda settings, it: settings._replace(strict_labels=it.truth()),
}
