"""Settings from a file: ours as TOML, or hadolint's as YAML; what is unknown or broken is an error with its line."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from dockerize_ml.errors import ConfigError
from dockerize_ml.lint.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping

_OURS = ("dockerize-ml.toml", "pyproject.toml")
_HADOLINT = (".hadolint.yaml", ".hadolint.yml")
_LIMIT = 1_000_000


def find_settings(start: Path, environment: Mapping[str, str] | None = None) -> Settings:
    """The settings that hold in a folder, from the first file that has any.

    Our own file is looked for in the folder and those above it; hadolint's where hadolint looks: in the folder itself,
    then in the user's configuration.
    """
    environment = os.environ if environment is None else environment
    for folder in (start, *start.absolute().parents):
        for name in _OURS:
            found = _section(folder / name)
            if found is not None:
                return found
    for path in _hadolint_files(start, environment):
        if path.is_file():
            return read_settings(path, environment)
    return _with_environment(Settings(), environment)


def read_settings(path: Path, environment: Mapping[str, str] | None = None) -> Settings:
    """The settings in one file, ``--config``; which kind it is shows in its content."""
    environment = os.environ if environment is None else environment
    text = _read(path)
    if path.suffix == ".toml" or (path.suffix not in {".yaml", ".yml", ".json"} and _looks_like_toml(text)):
        from dockerize_ml.lint.toml_settings import read_toml  # noqa: PLC0415 - tomllib only when there is a file

        return read_toml(text, path, required=True) or Settings()
    from dockerize_ml.lint.hadolint_settings import read_yaml  # noqa: PLC0415 - yaml only when there is a file

    return _with_environment(read_yaml(text, path), environment)


def _section(path: Path) -> Settings | None:
    """The linter's section of a TOML file, or None where there is no such file or section."""
    if not path.is_file():
        return None
    text = _read(path)
    if "lint" not in text:
        return None
    from dockerize_ml.lint.toml_settings import read_toml  # noqa: PLC0415 - tomllib only when there is a file

    return read_toml(text, path, required=False)


def _hadolint_files(start: Path, environment: Mapping[str, str]) -> list[Path]:
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or start)
    configuration = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
    personal = [
        configuration / "hadolint.yaml",
        configuration / "hadolint.yml",
        home / ".hadolint" / "hadolint.yaml",
        home / ".hadolint" / "config.yaml",
        home / ".hadolint.yaml",
    ]
    return [*(start / name for name in _HADOLINT), *personal]


def _with_environment(settings: Settings, environment: Mapping[str, str]) -> Settings:
    """``HADOLINT_*`` below what a file says; lists are put together."""
    if not any(name.startswith("HADOLINT_") for name in environment):
        return settings
    from dockerize_ml.lint.hadolint_settings import read_environment  # noqa: PLC0415 - only where they are set

    return read_environment(settings, environment)


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > _LIMIT:
            raise ConfigError(reason="the settings file is over 1 MB", hint="Check its path.", path=str(path))
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        reason = f"the settings cannot be read: {error.strerror}"
        raise ConfigError(reason=reason, hint="Check the path given to `--config`.", path=str(path)) from error
    except UnicodeDecodeError as error:
        raise ConfigError(reason="the settings are not UTF-8", hint="Save them as UTF-8.", path=str(path)) from error


def _looks_like_toml(text: str) -> bool:
    """Whether the first meaningful line is a table's head or ``key = value``."""
    lines = (line.strip() for line in text.splitlines())
    first = next((line for line in lines if line and not line.startswith("#")), "")
    key, equals, _ = first.partition("=")
    return (first.startswith("[") and first.endswith("]")) or (bool(equals) and ":" not in key)
