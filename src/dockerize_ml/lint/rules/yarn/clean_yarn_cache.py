"""yarn's cache stays in the layer.

Why:
    yarn keeps every package it downloads so that the next installation is faster. In an image there is no next one: the
    cache only makes the layer bigger, and a later RUN cannot take it out again.

Before:
    FROM node:22-slim
    RUN yarn install

After:
    FROM node:22-slim
    RUN yarn install && yarn cache clean

Differs:
    `yarn` alone installs too. Any cache mount with `yarn` in its path will do, and so will one on a folder
    `.cache`. What was cleaned before the installation as well does no harm, and `yarn cache dir` alone cleans
    nothing. `rm -rf` of the cache cleans, `yarn run install` installs nothing.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._caches import is_kept, left_behind
from dockerize_ml.lint.rules._managers import manager, read_call

_YARN = manager(
    "yarn",
    valued="""
        --cwd --cache-folder --modules-folder --network-timeout --network-concurrency --registry --mutex
        --preferred-cache-folder --global-folder --link-folder --prefix --production-only --otp --proxy --https-proxy
        --use-yarnrc --child-concurrency
    """,
)


@rule("DL3060", Level.INFO, on="RUN", words=("yarn",), onbuild=True)
def clean_yarn_cache(instruction: Instruction, context: Context) -> Iterator[Hit]:
    if not is_kept(instruction, context) or _is_outside_layer(instruction, context):
        return
    installs = (command for command in context.commands(instruction, "yarn") if _installs(command))
    for command in left_behind(installs, instruction, context, _cleans):
        yield Hit(command.span, "yarn's cache stays in this layer. End the RUN with `&& yarn cache clean`.")


def _installs(command: Command) -> bool:
    call = read_call(command, _YARN)
    if call is None:
        return not command.has_flag("version", "v", "help", "h")
    return call.verb.value == "install"


def _cleans(command: Command) -> bool:
    if command.name == "yarn":
        return command.has_argument("cache") and command.has_argument("clean")
    return command.name == "rm" and any(".cache" in word.value or "yarn" in word.value for word in command.arguments)


def _is_outside_layer(instruction: Instruction, context: Context) -> bool:
    targets = (mount.target.rstrip("/") for mount in context.mounts(instruction) if mount.keeps_layer_clean)
    return any("yarn" in target or target.endswith("/.cache") for target in targets)
