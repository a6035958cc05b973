"""dnf's cache stays in the layer.

Why:
    dnf keeps lists of all packages below `/var/cache`, often more than what it installs. A later RUN cannot take them
    out of the layer again, so they have to go in the same one.

Before:
    FROM fedora:40
    RUN dnf install -y httpd-2.4.62

After:
    FROM fedora:40
    RUN dnf install -y httpd-2.4.62 && dnf clean all

Differs:
    hadolint is content with any `rm -rf`, whatever it removes; here it has to be the cache. A cache mount on
    `/var/cache/dnf`, or on a folder above it, keeps it out of the layer. `dnf update` is `dnf upgrade`.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._caches import is_left
from dockerize_ml.lint.rules._managers import calls
from dockerize_ml.lint.rules._rpm import CACHES, DNF, cleans

_VERBS = (
    *("install", "in", "upgrade", "up", "update", "upgrade-minimal", "up-min", "update-minimal"),
    *("reinstall", "rei"),
)


@rule("DL3040", Level.WARNING, on="RUN", words=("dnf",), onbuild=True)
def clean_dnf_cache(instruction: Instruction, context: Context) -> Iterator[Hit]:
    if _is_outside_layer(instruction, context):
        return
    for call in calls(instruction, context, DNF, *_VERBS):
        if is_left(call.command, instruction, context, cleans):
            name = call.command.name
            yield Hit(call.command.span, f"{name}'s cache stays in this layer. End the RUN with `&& {name} clean all`.")


def _is_outside_layer(instruction: Instruction, context: Context) -> bool:
    """Whether a mount holds the cache: root's, or that of a user, which is in the home folder."""
    if any(context.is_mounted(instruction, folder) for folder in CACHES):
        return True
    targets = (mount.target.rstrip("/") for mount in context.mounts(instruction) if mount.keeps_layer_clean)
    return any(target.endswith(("/.cache/libdnf5", "/.cache")) for target in targets)
