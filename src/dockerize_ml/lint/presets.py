"""The sets of rules to begin with; a rule means the same in each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dockerize_ml.lint.rule import Preset, Rule
    from dockerize_ml.lint.settings import PresetName

NOT_RECOMMENDED = {
    "DL3002": "a builder stage may well be root, its user reaches no image; ML314 asks about the last stage",
    "DL3008": "Debian and Ubuntu drop a version from their archives when the next one comes, so a pin breaks the build",
    "DL3018": "Alpine keeps only the newest build of a package in each branch, so a pin breaks the build",
}
"""Rules of hadolint that are not in ``recommended``, and why."""

_APART: tuple[tuple[Preset, ...], ...] = ((), ("buildkit",))
"""What ``all`` leaves out: experimental checks, and those of BuildKit that a DL rule makes a little otherwise."""


def in_preset(rule: Rule, preset: PresetName) -> bool:
    """Whether a preset has the rule."""
    if preset == "all":
        return rule.presets not in _APART
    return preset in presets_of(rule)


def presets_of(rule: Rule) -> tuple[Preset, ...]:
    """The presets a rule belongs to, besides ``all``."""
    if rule.presets is not None:
        return rule.presets
    if rule.opt_in:
        return ()
    found: list[Preset] = []
    if rule.code not in NOT_RECOMMENDED:
        found.append("recommended")
    if rule.code.startswith("DL"):
        found.append("hadolint")
    if rule.aliases:
        found.append("buildkit")
    return tuple(found)
