"""What yum, dnf and microdnf have in common."""

import re
from collections.abc import Iterator
from functools import lru_cache, partial

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import Command, ShellWord
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit
from dockerize_ml.lint.rules._caches import left_behind, removes
from dockerize_ml.lint.rules._managers import Call, Manager, calls, is_answered, manager, with_flag
from dockerize_ml.lint.rules._pins import unpinned

_CACHES = ("/var/cache/dnf", "/var/cache/libdnf5", "/var/cache/yum")

_TOPICS = "module group groups grp"
_VALUED = """
    -c --config -d --debuglevel -e --errorlevel --rpmverbosity -x --exclude --excludepkgs --disableexcludes
    --disableexcludepkgs --enablerepo --enable-repo --disablerepo --disable-repo --repo --repoid --repofrompath --setopt
    --setvar --releasever --installroot --advisory --advisories --bz --bzs --cve --cves --sec-severity --secseverity
    --forcearch --comment --destdir --downloaddir --color -R --randomwait --disableplugin --disable-plugin
    --enableplugin --enable-plugin --reposdir --arch --varsdir --from-repo --from-vendor
"""
YUM = manager("yum", valued=_VALUED, topics=_TOPICS)
DNF = manager("dnf dnf5 microdnf", valued=_VALUED, topics=_TOPICS)

# yum has become another name for dnf, microdnf has a cache of its own.
_MICRODNF = frozenset({"microdnf"})

# The last part of `name-version-release` is the one that tells: `java-1.8.0-openjdk` is all name.
_VERSION = re.compile(r"[0-9][\w.~^:+*?\[\]-]*")
_VARIABLE = re.compile(r"\$\{?(\w+)[^}]*\}?")
_COMPARED = re.compile(r"\s[<>=]")


def without_yes(instruction: Instruction, context: Context, program: Manager) -> Iterator[Hit]:
    """Complain about installations that ask for a confirmation."""
    for call in calls(instruction, context, program, "install", "groupinstall", "localinstall"):
        command = call.command
        if command.has_flag("y", "assumeyes") or is_answered(command, instruction, context):
            continue
        if any(word.value.endswith(("assumeyes=1", "assumeyes=true", "assumeyes=True")) for word in command.args):
            continue
        message = f"{command.name} asks for a confirmation that nobody can give. Add `-y`."
        yield Hit(command.span, message, with_flag(instruction, call.verb, "-y", safe=True))


def without_version(instruction: Instruction, context: Context, program: Manager) -> Iterator[Hit]:
    """Complain about packages, and streams of modules, that have no version."""
    for call in calls(instruction, context, program, "install"):
        if not call.topic.startswith("gr"):
            pin = "{}:1.2" if call.topic == "module" else "{}-1.2.3"
            yield from unpinned(_loose(call, instruction, context), pin)


def with_cache(instruction: Instruction, context: Context, program: Manager, *verbs: str) -> Iterator[Command]:
    """The commands that leave their cache in the layer."""
    if any(context.is_mounted(instruction, folder) for folder in _CACHES):
        return
    found = [call.command for call in calls(instruction, context, program, *verbs)]
    for cleaned_by in (YUM.names | DNF.names - _MICRODNF, _MICRODNF):
        commands = [command for command in found if command.name in cleaned_by]
        yield from left_behind(commands, instruction, context, partial(_cleans, names=cleaned_by))


def _cleans(command: Command, names: frozenset[str]) -> bool:
    return (command.name in names and command.has_argument("clean")) or removes(command, *_CACHES)


def _loose(call: Call, instruction: Instruction, context: Context) -> Iterator[ShellWord]:
    for word in call.operands:
        # `@nodejs:20` is a module with its stream, `@core` a group, which has no version.
        fixed = ":" in word.value if call.topic == "module" else word.value.startswith("@")
        if not fixed and not (call.topic != "module" and _is_pinned(word, instruction, context)):
            yield word


def _is_pinned(word: ShellWord, instruction: Instruction, context: Context) -> bool:
    if word.value.endswith(".rpm") or _COMPARED.search(word.value):
        return True
    name, dash, version = word.value.rpartition("-")
    if not dash or not name:
        return False
    variable = _VARIABLE.match(version)
    return _is_known(variable[1], instruction, context) if variable else bool(_VERSION.fullmatch(version))


def _is_known(name: str, instruction: Instruction, context: Context) -> bool:
    """Whether the file says what a variable holds, or asks the builder for it."""
    if context.scope(instruction).find(name) is not None:
        return True
    if any(assignment.name == name for command in context.commands(instruction) for assignment in command.assignments):
        return True
    return name in _arguments(context)


@lru_cache(maxsize=1)
def _arguments(context: Context) -> frozenset[str]:
    """The names of all ARGs of the file, whatever their stage."""
    args = (other for other in context.file.instructions if other.keyword == "ARG")
    return frozenset(pair.key.value for other in args for pair in other.pairs)
