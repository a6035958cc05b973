"""apk installs packages without a version.

Why:
    Without a version each build installs the newest package there is, so two images from one Dockerfile differ, and
    nobody sees in the file what changed.

Before:
    FROM alpine:3.20
    RUN apk add --no-cache git

After:
    FROM alpine:3.20
    RUN apk add --no-cache git~=2.45

Differs:
    The value of any flag that takes one is no package; hadolint knows those of `-t` and `-X` only. `!git` keeps a
    package away and needs no version.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import ShellWord
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._managers import calls
from dockerize_ml.lint.rules._pins import unpinned
from dockerize_ml.lint.rules.apk._apk import APK


@rule("DL3018", Level.WARNING, on="RUN", words=("apk",), onbuild=True)
def pin_apk_packages(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for call in calls(instruction, context, APK, "add"):
        yield from unpinned((word for word in call.operands if not _is_pinned(word)), "{}~=1.2")


def _is_pinned(word: ShellWord) -> bool:
    """Whether it names a version or a file; ``!git`` installs nothing."""
    return any(mark in word.value for mark in "=~<>") or word.value.endswith(".apk") or word.value.startswith("!")
