"""What the user wants the linter to do, from whichever file, environment or option it came."""

from typing import Literal, NamedTuple

from dockerize_ml.lint.finding import Level

PresetName = Literal["recommended", "hadolint", "buildkit", "all"]
Failing = Literal["error", "warning", "info", "style", "never"]
LabelType = Literal["text", "url", "semver", "hash", "rfc3339", "spdx", "email"]

ORDER = (Level.ERROR, Level.WARNING, Level.INFO, Level.STYLE)


class Settings(NamedTuple):
    """How to lint.

    Attributes:
        preset: the set of rules to begin with.
        select: codes, prefixes or names that replace the preset; empty to keep it.
        extend_select: codes, prefixes or names to add.
        ignore: codes, prefixes or names to leave out; the longer of two prefixes wins.
        levels: levels that differ from the rules' own, by code.
        fail_on: the least level that makes the command fail.
        pragmas: whether comments in the Dockerfile may switch rules off.
        shellcheck: whether shell text is given to ShellCheck.
        cache: whether results may be kept on disk.
        trusted_registries: the registries images may come from; empty for any.
        label_schema: the labels an image must carry, and their types.
        strict_labels: whether other labels are superfluous.
    """

    preset: PresetName = "recommended"
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: tuple[tuple[str, Level], ...] = ()
    fail_on: Failing = "warning"
    pragmas: bool = True
    shellcheck: bool = True
    cache: bool = True
    trusted_registries: tuple[str, ...] = ()
    label_schema: tuple[tuple[str, LabelType], ...] = ()
    strict_labels: bool = False

    def fails(self, level: Level) -> bool:
        """Whether a finding of this level makes the command fail."""
        return self.fail_on != "never" and ORDER.index(level) <= ORDER.index(Level(self.fail_on))
