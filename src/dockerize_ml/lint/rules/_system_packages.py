"""Which system packages a stage has, beside those of its base image."""

import re
from collections.abc import Iterator
from functools import lru_cache

from dockerize_ml.dockerfile.nodes import Instruction, Stage
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.rules._managers import calls, manager
from dockerize_ml.lint.rules._rpm import DNF, YUM
from dockerize_ml.lint.rules.apk._apk import APK
from dockerize_ml.lint.rules.apt._apt_get import APT_GET

_APT = manager("apt-get apt aptitude", valued=" ".join(APT_GET.valued))
_CONDA = manager("conda mamba micromamba", valued="-n --name -p --prefix -c --channel -f --file --solver", topics="env")
_VERBS = ("install", "add", "build-dep")
_NAME = re.compile(r"[=/:<>~]")
# What installs packages whose names stand elsewhere.
_ELSEWHERE = frozenset({"dpkg", "gdebi", "tasksel", "apt-fast", "rpm"})

_SHELLS = frozenset({"sh", "bash", "dash", "ash"})

ANY = "*"
"""Among a stage's packages where some are not written in the file."""


def system_packages(stage: Stage, context: Context) -> frozenset[str]:
    """The packages that the stage and those below it install, by their names."""
    return _by_stage(context)[stage.index]


@lru_cache(maxsize=1)
def _by_stage(context: Context) -> tuple[frozenset[str], ...]:
    found: list[frozenset[str]] = []
    for stage in context.stages:
        below = frozenset[str]() if stage.parent is None else found[stage.parent]
        runs = (instruction for instruction in stage.instructions if instruction.keyword == "RUN")
        found.append(below.union(*(installed(instruction, context) for instruction in runs)))
    return tuple(found)


def installed(instruction: Instruction, context: Context) -> Iterator[str]:
    """The packages that one RUN installs."""
    for program in (_APT, APK, YUM, DNF, _CONDA):
        for call in calls(instruction, context, program, *_VERBS):
            if "xargs" in call.command.through or not call.operands:
                yield ANY
            for word in call.operands:
                yield _NAME.split(word.value)[0] if word.literal else ANY
    if any(_installs_unseen(command) for command in context.commands(instruction)):
        yield ANY


def _installs_unseen(command: Command) -> bool:
    """Whether it may install packages that the file does not name: a script, or a wrapper such as ``apt-install``."""
    name = command.name
    if name in _SHELLS:
        return any(not word.is_flag and not command.has_flag("c") for word in command.args)
    return name in _ELSEWHERE or name.endswith(".sh") or ("install" in name and name != "install")
