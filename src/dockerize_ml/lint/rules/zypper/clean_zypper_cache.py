"""zypper's cache stays in the layer.

Why:
    zypper keeps packages and lists of all packages in `/var/cache/zypp`. A later RUN cannot take them out of the layer
    again, so they have to go in the same one.

Before:
    FROM opensuse/leap:15.6
    RUN zypper install -y httpd=2.4.24

After:
    FROM opensuse/leap:15.6
    RUN zypper install -y httpd=2.4.24 && zypper clean

Differs:
    `rm -rf /var/cache/zypp` cleans as well, and a cache mount on a folder above holds the cache too. What was
    cleaned before the installation as well does no harm.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._caches import left_behind, removes
from dockerize_ml.lint.rules._managers import calls
from dockerize_ml.lint.rules.zypper._zypper import INSTALL, ZYPPER

_CACHE = "/var/cache/zypp"


@rule("DL3036", Level.WARNING, on="RUN", words=("zypper",), onbuild=True)
def clean_zypper_cache(instruction: Instruction, context: Context) -> Iterator[Hit]:
    if context.is_mounted(instruction, _CACHE):
        return
    installs = (call.command for call in calls(instruction, context, ZYPPER, *INSTALL))
    for command in left_behind(installs, instruction, context, _cleans):
        yield Hit(command.span, "zypper's cache stays in this layer. End the RUN with `&& zypper clean`.")


def _cleans(command: Command) -> bool:
    return (command.name == "zypper" and command.has_argument("clean", "cc")) or removes(command, _CACHE)
