"""A script from the network is run unread.

Why:
    Whatever the server answers that day is run, as root and with no version: an error page, half of a file when the
    connection breaks, or the script of somebody who got hold of the server.

Before:
    FROM python:3.12
    SHELL ["/bin/bash", "-o", "pipefail", "-c"]
    RUN curl -LsSf https://astral.sh/uv/install.sh | sh

After:
    FROM python:3.12
    COPY --from=ghcr.io/astral-sh/uv:0.5.10 /uv /bin/
"""

from collections.abc import Iterator
from itertools import takewhile

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules.download._downloads import Download, downloads

_INTERPRETERS = frozenset({"sh", "bash", "dash", "ash", "zsh", "python", "python3", "perl", "ruby", "node"})
_CHECKS = ("sha256sum", "sha512sum", "shasum", "gpg")
_UV = "COPY --from=ghcr.io/astral-sh/uv:<version> /uv /bin/"


@rule("ML502", Level.INFO, on="RUN", words=("://",), onbuild=True)
def pipe_to_shell(instruction: Instruction, context: Context) -> Iterator[Hit]:
    fetched = list(downloads(instruction, context))
    if not fetched or context.commands(instruction, *_CHECKS):
        return
    commands = context.commands(instruction)
    for each in fetched:
        if _is_run(each.command, commands):
            yield Hit(each.command.span, f"What is fetched here is run unread. {_instead(each)}")
            return


def _is_run(fetch: Command, commands: tuple[Command, ...]) -> bool:
    """Whether a shell gets what is fetched: through a pipe, or in its place."""
    if fetch.piped_to:
        behind = (each for each in commands if each.span.start > fetch.span.start)
        return any(_reads(each) for each in takewhile(lambda each: each.piped_from, behind))
    inside = "substitution" in fetch.inside
    around = (each for each in commands if each.span.start < fetch.span.start and fetch.span.end <= each.span.end)
    return inside and any(each.name in {*_INTERPRETERS, "eval", "source", "."} for each in around)


def _reads(command: Command) -> bool:
    """Whether it runs its input: a shell without a script of its own, or with ``-s`` or ``-``."""
    if command.name not in _INTERPRETERS:
        return False
    words = [word.value for word in command.args]
    return not words or (words[0].startswith("-") and words[0] not in {"-c", "-m", "-e"})


def _instead(download: Download) -> str:
    if "astral.sh" in download.host and "/uv" in download.path:
        return f"Write `{_UV}`."
    return "Fetch a version of it, compare its checksum, then run it."
