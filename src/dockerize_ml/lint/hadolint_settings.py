"""hadolint's own settings: ``.hadolint.yaml`` with all its keys, and ``HADOLINT_*`` in the environment."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from dockerize_ml.errors import ConfigError
from dockerize_ml.lint.finding import Level
from dockerize_ml.lint.setting import Setting
from dockerize_ml.lint.settings import Failing, LabelType, Settings
from dockerize_ml.lint.toml_settings import labels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    import yaml

_DEPTH = 20
_TRUE = frozenset({"true", "1", "yes", "y", "on"})
_FALSE = frozenset({"false", "0", "no", "n", "off", ""})


def read_yaml(text: str, path: Path) -> Settings:
    """The settings in a ``.hadolint.yaml``."""
    settings = Settings(fail_on="info")
    for setting in _entries(text, path):
        reader = _READERS.get(setting.name)
        if reader is None:
            raise setting.unknown(_READERS)
        settings = reader(settings, setting)
    return settings


def read_environment(settings: Settings, environment: Mapping[str, str]) -> Settings:
    """What ``HADOLINT_*`` adds to ``settings``: lists are put together, a file's single values win."""
    given = {name: value for name, value in environment.items() if name.startswith("HADOLINT_")}
    plain = Settings()
    for name, value in given.items():
        reader = _VARIABLES.get(name)
        if reader is not None:
            settings = reader(settings, _variable(name, value), plain)
    return settings


def _entries(text: str, path: Path) -> Iterable[Setting]:
    """The keys of the file, each with its line."""
    import yaml  # noqa: PLC0415 - slow to load, and only needed where there is a file

    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise ConfigError(
            reason="this is not valid YAML", hint=f"Mend it: {error.problem}.", path=str(path), line=line
        ) from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise ConfigError(reason="this is not valid YAML", hint="Mend it.", path=str(path)) from error
    if root is None:
        return
    if not isinstance(root, yaml.MappingNode):
        raise ConfigError(reason="the settings have to be a table", hint="Write `key: value`.", path=str(path), line=1)
    for key, value in root.value:
        yield Setting(str(key.value), _value(value, _DEPTH), str(path), key.start_mark.line + 1)


def _value(node: yaml.Node, depth: int) -> object:
    """A node as plain values; deeper than any setting goes it is cut off."""
    import yaml  # noqa: PLC0415 - see above

    if depth == 0:
        return None
    match node:
        case yaml.SequenceNode():
            return [_value(item, depth - 1) for item in node.value]
        case yaml.MappingNode():
            return {str(key.value): _value(item, depth - 1) for key, item in node.value}
        case yaml.ScalarNode(tag="tag:yaml.org,2002:bool"):
            return node.value.lower() in _TRUE
    return None if node.tag == "tag:yaml.org,2002:null" else str(node.value)


def _override(settings: Settings, setting: Setting) -> Settings:
    """``override: {error: [DL3006]}``; a rule in several lists takes the most severe level."""
    for entry in setting.table():
        if entry.name not in tuple(Level):
            raise entry.unknown(tuple(Level))
        settings = _with_level(settings, Level(entry.name), entry.rules())
    return settings


def _with_level(settings: Settings, level: Level, codes: tuple[str, ...]) -> Settings:
    """Change levels; whoever does so wants the rule, so rules that are off by default go on."""
    order = list(Level)
    levels = dict(settings.levels)
    for code in codes:
        levels[code] = min(level, levels.get(code, level), key=order.index)
    return settings._replace(levels=tuple(levels.items()), extend_select=(*settings.extend_select, *codes))


def _threshold(settings: Settings, setting: Setting) -> Settings:
    """``failure-threshold``; hadolint's ``none`` and ``ignore`` mean that everything fails."""
    word = setting.choice(*Level, "none", "ignore")
    return _failing(settings, "style" if word in {"none", "ignore"} else cast("Failing", word))


def _failing(settings: Settings, level: Failing) -> Settings:
    """``no-fail`` stays, whatever the threshold."""
    return settings if settings.fail_on == "never" else settings._replace(fail_on=level)


def _no_fail(settings: Settings, setting: Setting) -> Settings:
    return settings._replace(fail_on="never") if setting.truth() else settings


def _checked(settings: Settings, setting: Setting) -> Settings:
    """A setting about hadolint's output, which our options decide; its shape is looked at all the same."""
    setting.truth()
    return settings


def _format(settings: Settings, setting: Setting) -> Settings:
    setting.names()
    return settings


def _variable(name: str, value: str) -> Setting:
    return Setting(name, value, "the environment")


def _split(setting: Setting) -> tuple[str, ...]:
    return tuple(part.strip() for part in str(setting.value).split(",") if part.strip())


def _is_true(setting: Setting) -> bool:
    word = str(setting.value).lower()
    if word not in _TRUE | _FALSE:
        raise setting.wrong("`true` or `false`")
    return word in _TRUE


def _required_labels(setting: Setting) -> tuple[tuple[str, LabelType], ...]:
    pairs = (part.partition(":") for part in _split(setting))
    entries = {name.strip(): kind.strip() for name, _, kind in pairs}
    return labels(Setting(setting.key, entries, setting.path))


_READERS: dict[str, Callable[[Settings, Setting], Settings]] = {
    "failure-threshold": _threshold,
    "format": _format,
    "formats": lambda settings, _: settings,
    "ignored": lambda settings, setting: settings._replace(ignore=setting.rules()),
    "override": _override,
    "label-schema": lambda settings, setting: settings._replace(label_schema=labels(setting)),
    "strict-labels": lambda settings, setting: settings._replace(strict_labels=setting.truth()),
    "disable-ignore-pragma": lambda settings, setting: settings._replace(pragmas=not setting.truth()),
    "no-color": _checked,
    "no-fail": _no_fail,
    "verbose": _checked,
    "trustedRegistries": lambda settings, setting: settings._replace(trusted_registries=setting.names()),
}

_VARIABLES: dict[str, Callable[[Settings, Setting, Settings], Settings]] = {
    "HADOLINT_NOFAIL": lambda settings, setting, _: (
        settings._replace(fail_on="never") if _is_true(setting) else settings
    ),
    "HADOLINT_FAILURE_THRESHOLD": lambda settings, setting, plain: (
        _threshold(settings, setting) if settings.fail_on == plain.fail_on else settings
    ),
    "HADOLINT_OVERRIDE_ERROR": lambda settings, setting, _: _with_level(settings, Level.ERROR, _split(setting)),
    "HADOLINT_OVERRIDE_WARNING": lambda settings, setting, _: _with_level(settings, Level.WARNING, _split(setting)),
    "HADOLINT_OVERRIDE_INFO": lambda settings, setting, _: _with_level(settings, Level.INFO, _split(setting)),
    "HADOLINT_OVERRIDE_STYLE": lambda settings, setting, _: _with_level(settings, Level.STYLE, _split(setting)),
    "HADOLINT_IGNORE": lambda settings, setting, _: settings._replace(ignore=(*settings.ignore, *_split(setting))),
    "HADOLINT_STRICT_LABELS": lambda settings, setting, _: settings._replace(
        strict_labels=settings.strict_labels or _is_true(setting)
    ),
    "HADOLINT_DISABLE_IGNORE_PRAGMA": lambda settings, setting, _: settings._replace(
        pragmas=settings.pragmas and not _is_true(setting)
    ),
    "HADOLINT_TRUSTED_REGISTRIES": lambda settings, setting, _: settings._replace(
        trusted_registries=(*settings.trusted_registries, *_split(setting))
    ),
    "HADOLINT_REQUIRE_LABELS": lambda settings, setting, _: settings._replace(
        label_schema=(*settings.label_schema, *_required_labels(setting))
    ),
}
