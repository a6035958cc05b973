"""`apt` is made for people, not for scripts.

Why:
    `apt` itself warns that its command line may change. `apt-get` and `apt-cache` do the same and stay as they are.

Before:
    FROM debian:12-slim
    RUN apt update && rm -rf /var/lib/apt/lists/*

After:
    FROM debian:12-slim
    RUN apt-get update && rm -rf /var/lib/apt/lists/*
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._managers import read_call
from dockerize_ml.lint.rules.apt._apt_get import APT_GET

_GET = "install update remove purge autoremove autopurge clean autoclean build-dep source download changelog reinstall"
_CACHE = "show search depends rdepends policy"
# `apt upgrade` may install new packages, `apt-get upgrade` does not: that is for a person to decide.
_INSTEAD = dict.fromkeys(_GET.split(), "apt-get") | dict.fromkeys(_CACHE.split(), "apt-cache")


@rule("DL3027", Level.WARNING, on="RUN", words=("apt",), onbuild=True)
def no_apt(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for command in context.commands(instruction, "apt"):
        span = command.words[0].span
        yield Hit(span, "The command line of `apt` may change. Use `apt-get` or `apt-cache`.", _fix(command))


def _fix(command: Command) -> Fix | None:
    call = read_call(command, APT_GET)
    instead = _INSTEAD.get(call.verb.value) if call else None
    if instead is None or command.path != "apt":
        return None
    name = command.words[0]
    return Fix(f"Use `{instead}`", safe=instead == "apt-get", edits=(Edit(name.span, instead),))
