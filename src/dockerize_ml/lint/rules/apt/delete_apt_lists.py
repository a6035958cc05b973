"""The package lists of apt stay in the layer.

Why:
    `apt-get update` writes some 20 MB to `/var/lib/apt/lists`. A later RUN cannot take them out of the layer again, so
    they have to go in the same one.

Before:
    FROM debian:12-slim
    RUN apt-get update && apt-get install -y --no-install-recommends git=1:2.39.2-1.1

After:
    FROM debian:12-slim
    RUN apt-get update && apt-get install -y --no-install-recommends git=1:2.39.2-1.1 && rm -rf /var/lib/apt/lists/*

Differs:
    hadolint is content with any `rm -rf`, whatever it removes; here it has to be the lists. `find -delete` in their
    folder removes them too, and a cache mount on a folder above holds them. One on `/var/cache/apt` has to stand
    beside it only where the RUN removes `docker-clean`, without which apt keeps its archives.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._caches import is_kept, removes

_LISTS = "/var/lib/apt/lists"
_ARCHIVES = "/var/cache/apt"
_PROGRAMS = ("apt-get", "apt", "aptitude")


@rule("DL3009", Level.INFO, on="RUN", words=_PROGRAMS, onbuild=True)
def delete_apt_lists(instruction: Instruction, context: Context) -> Iterator[Hit]:
    updates = [command for command in context.commands(instruction, *_PROGRAMS) if command.has_argument("update")]
    if not updates or not is_kept(instruction, context):
        return
    if any(removes(command, _LISTS) for command in context.commands(instruction)):
        return
    if not context.is_mounted(instruction, _LISTS):
        yield Hit(updates[0].span, f"The package lists stay in this layer. End the RUN with `&& rm -rf {_LISTS}/*`.")
    elif _keeps_archives(instruction, context):
        yield Hit(updates[0].span, f"apt keeps its archives in this layer now. Mount `{_ARCHIVES}` too.")


def _keeps_archives(instruction: Instruction, context: Context) -> bool:
    """Whether apt is told to keep its archives, and they lie in no mount."""
    if any(mount.target.rstrip("/") == _LISTS for mount in context.mounts(instruction)):
        return False
    removed = [word.value for command in context.commands(instruction, "rm") for word in command.arguments]
    return any("docker-clean" in path for path in removed) and not context.is_mounted(instruction, _ARCHIVES)
