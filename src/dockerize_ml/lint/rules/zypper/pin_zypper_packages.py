"""zypper installs packages without a version.

Why:
    Without a version each build installs the newest package there is, so two images from one Dockerfile differ, and
    nobody sees in the file what changed.

Before:
    FROM opensuse/leap:15.6
    RUN zypper install -y httpd && zypper clean

After:
    FROM opensuse/leap:15.6
    RUN zypper install -y httpd=2.4.24 && zypper clean

Differs:
    The value of a flag such as `--repo` is no package. A pattern (`-t pattern devel_basis`) has no version, and `!git`
    removes a package.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import ShellWord
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._managers import calls
from dockerize_ml.lint.rules._pins import unpinned
from dockerize_ml.lint.rules.zypper._zypper import INSTALL, ZYPPER

_WITHOUT_VERSION = ("pattern:", "product:", "patch:", "!", "~")


@rule("DL3037", Level.WARNING, on="RUN", words=("zypper",), onbuild=True)
def pin_zypper_packages(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for call in calls(instruction, context, ZYPPER, *INSTALL):
        if call.command.flag_value("t", "type") in (None, "package"):
            yield from unpinned((word for word in call.operands if not _is_pinned(word)), "{}=1.2.3")


def _is_pinned(word: ShellWord) -> bool:
    text = word.value
    return any(mark in text for mark in "=<>") or text.endswith(".rpm") or text.startswith(_WITHOUT_VERSION)
