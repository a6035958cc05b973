"""zypper moves the image to another release.

Why:
    `zypper dist-upgrade` replaces what the base image was tested with by whatever the repositories hold that day. Start
    from a newer base image instead.

Before:
    FROM opensuse/leap:15.5
    RUN zypper --non-interactive dist-upgrade && zypper clean

After:
    FROM opensuse/leap:15.6
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._managers import calls
from dockerize_ml.lint.rules.zypper._zypper import ZYPPER


@rule("DL3035", Level.WARNING, on="RUN", words=("zypper",), onbuild=True)
def no_dist_upgrade(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for call in calls(instruction, context, ZYPPER, "dist-upgrade", "dup"):
        yield Hit(call.command.span, f"`zypper {call.verb.value}` replaces the release. Start from a newer image.")
