"""Which rules run: the presets, and what codes, prefixes and names on the command line add or take away."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.errors import ConfigError
from dockerize_ml.lint.presets import in_preset
from dockerize_ml.lint.registry import by_name, nearest, rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.lint.rule import Rule
    from dockerize_ml.lint.settings import Settings

SHELLCHECK = "SC"

RETIRED = frozenset({"DL3005", "DL3017", "DL3031", "DL3039", "DL4002"})
"""Rules that hadolint had once. Settings and comments may still name them; that does no harm."""

_SHELLCHECK_CODE = re.compile(r"SC[0-9]+")


class Selection(NamedTuple):
    """The rules of a run; ShellCheck's codes have no cards and are asked for one by one."""

    rules: tuple[Rule, ...]
    settings: Settings

    def has_shellcheck(self, code: str = SHELLCHECK) -> bool:
        """Whether a ShellCheck code is wanted; without one, whether any may be."""
        settings = self.settings
        if not settings.shellcheck:
            return False
        base = not settings.select and settings.preset != "buildkit"
        wanted = _longest(code, (*settings.select, *settings.extend_select), whole=code == SHELLCHECK)
        unwanted = _longest(code, settings.ignore)
        return (base or wanted > 0) and (unwanted == 0 or wanted > unwanted)

    def has(self, code: str) -> bool:
        """Whether findings of this code are wanted."""
        return self.has_shellcheck(code) if code.startswith(SHELLCHECK) else any(r.code == code for r in self.rules)


@lru_cache(maxsize=8)
def select(settings: Settings) -> Selection:
    """Choose the rules, or say which name does not exist."""
    for token in (*settings.select, *settings.extend_select, *settings.ignore, *(code for code, _ in settings.levels)):
        check_name(token)
    return Selection(tuple(rule for rule in rules() if _wanted(rule, settings)), settings)


def experimental(selection: Selection, checks: tuple[str, ...]) -> Iterator[Rule]:
    """The rules behind experimental checks of BuildKit that a file asks for by ``check=experimental=…``."""
    if not checks or selection.settings.select:
        return
    regular = {alias for rule in rules() if in_preset(rule, "buildkit") for alias in rule.aliases}
    for rule in rules():
        names = set(rule.aliases) - regular
        if names and rule not in selection.rules and ("all" in checks or names & set(checks)):
            yield rule


def check_name(token: str, *, path: str | None = None, line: int | None = None) -> None:
    """Raise where ``token`` is no code, prefix of codes, name or alias; ``path`` and ``line`` are where it stands."""
    if is_known(token):
        return
    near = nearest(token)
    hint = f"Did you mean `{near}`?" if near else "`dockerize-ml explain` lists all rules."
    raise ConfigError(reason=f"there is no rule `{token}`", hint=hint, path=path, line=line)


def is_known(token: str) -> bool:
    """Whether a name or the beginning of a code leads to any rule."""
    if is_rule(token) or token.upper() == SHELLCHECK:
        return True
    return bool(token) and any(rule.code.startswith(token.upper()) for rule in rules())


def is_rule(token: str) -> bool:
    """Whether a name or a code is that of a rule; any number may be one of ShellCheck's."""
    code = token.upper()
    return token.lower() in by_name() or code in RETIRED or _SHELLCHECK_CODE.fullmatch(code) is not None


def _wanted(rule: Rule, settings: Settings) -> bool:
    selected = max((_fits(rule, token) for token in settings.select), default=0)
    extended = max((_fits(rule, token) for token in settings.extend_select), default=0)
    ignored = max((_fits(rule, token) for token in settings.ignore), default=0)
    base = selected > 0 if settings.select else in_preset(rule, settings.preset)
    asked = max(selected, extended)
    if rule.opt_in and not base and asked < len(rule.code):
        return False
    return (base or asked > 0) and (ignored == 0 or asked > ignored)


def _fits(rule: Rule, token: str) -> int:
    """How closely a token names the rule: 0 not at all, else the length of the code it spells out."""
    if token.lower() in (name.lower() for name in rule.names):
        return len(rule.code)
    return len(token) if rule.code.startswith(token.upper()) else 0


def _longest(code: str, tokens: tuple[str, ...], *, whole: bool = False) -> int:
    """The length of the longest token that begins ``code``, or with ``whole`` that lies among its codes."""
    fitting = (len(token) for token in tokens if code.startswith(token.upper()) or (whole and token.startswith(code)))
    return max(fitting, default=0)
