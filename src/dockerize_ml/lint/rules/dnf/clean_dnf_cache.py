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
    What was cleaned before the installation as well does no harm, and `yum clean all` cleans for dnf.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._rpm import DNF, with_cache

_VERBS = (
    *("install", "in", "upgrade", "up", "update", "upgrade-minimal", "up-min", "update-minimal"),
    *("reinstall", "rei"),
)
_OF_A_USER = ("/.cache/libdnf5", "/.cache")


@rule("DL3040", Level.WARNING, on="RUN", words=("dnf",), onbuild=True)
def clean_dnf_cache(instruction: Instruction, context: Context) -> Iterator[Hit]:
    targets = (mount.target.rstrip("/") for mount in context.mounts(instruction) if mount.keeps_layer_clean)
    if any(target.endswith(_OF_A_USER) for target in targets):
        return
    for command in with_cache(instruction, context, DNF, *_VERBS):
        name = command.name
        yield Hit(command.span, f"{name}'s cache stays in this layer. End the RUN with `&& {name} clean all`.")
