"""gem installs gems without a version.

Why:
    Without a version each build installs the newest release. One day that is one your code does not work with, and no
    change in your files says why.

Before:
    FROM ruby:3.3-slim
    RUN gem install rails

After:
    FROM ruby:3.3-slim
    RUN gem install rails:7.2.1

Differs:
    Only the value of a flag that takes one is no gem: hadolint passes over the word behind every flag, and so over the
    gem in `gem install --no-document rails`. A local `.gem` file has its version, and `-v=1` is one.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import Command, ShellWord
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._managers import calls, manager
from dockerize_ml.lint.rules._pins import unpinned

_GEM = manager(
    "gem",
    valued="""
        -v --version -i --install-dir -n --bindir -P --trust-policy -s --source -p --http-proxy -g --file --platform
        --document --build-root --target-rbconfig -B --bulk-threshold --config-file --without --use-system-libraries
    """,
)


@rule("DL3028", Level.WARNING, on="RUN", words=("gem",), onbuild=True)
def pin_gems(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for call in calls(instruction, context, _GEM, "install", "i"):
        if not call.command.has_flag("v", "version"):
            gems = _before_build_flags(call.command, call.operands)
            yield from unpinned((word for word in gems if not _is_pinned(word)), "{}:1.2.3")


def _before_build_flags(command: Command, words: tuple[ShellWord, ...]) -> Iterator[ShellWord]:
    """What stands in front of ``--``: behind it are flags for the compiler."""
    end = next((word.start for word in command.args if word.value == "--"), None)
    return (word for word in words if end is None or word.start < end)


def _is_pinned(word: ShellWord) -> bool:
    return ":" in word.value or word.value.endswith(".gem")
