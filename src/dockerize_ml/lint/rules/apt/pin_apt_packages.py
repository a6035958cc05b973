"""apt-get installs packages without a version.

Why:
    Without a version each build installs the newest one there is, so two images from one Dockerfile differ, and nobody
    sees in the file what changed.

Before:
    FROM debian:12-slim
    RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*

After:
    FROM debian:12-slim
    RUN apt-get update && apt-get install -y --no-install-recommends git=1:2.39.* && rm -rf /var/lib/apt/lists/*

Differs:
    The value of any flag that takes one is no package, as in `-c apt.conf`; hadolint knows `-t` only. `git-` removes a
    package and needs no version.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import ShellWord
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._managers import calls
from dockerize_ml.lint.rules._pins import unpinned
from dockerize_ml.lint.rules.apt._apt_get import APT_GET


@rule("DL3008", Level.WARNING, on="RUN", words=("apt-get",), onbuild=True)
def pin_apt_packages(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for call in calls(instruction, context, APT_GET, "install"):
        yield from unpinned((word for word in call.operands if not _is_pinned(word)), "{}=1.2.*")


def _is_pinned(word: ShellWord) -> bool:
    """Whether it names a version, a release (``git/bookworm``) or a file; ``git-`` removes a package."""
    return "=" in word.value or "/" in word.value or word.value.endswith((".deb", "-"))
