"""The image has no git, and the build calls it.

Why:
    The slim images, Debian's, Ubuntu's and Alpine's own have no git. `git clone` ends with "not found", and `pip
    install git+https://…` with `Cannot find command 'git'`.

Before:
    FROM python:3.12-slim
    RUN pip install --no-cache-dir git+https://github.com/pallets/flask@3.0.3

After:
    FROM python:3.12-slim
    RUN pip install --no-cache-dir https://github.com/pallets/flask/archive/3.0.3.zip
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction, Span
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._bases import known_base
from dockerize_ml.lint.rules._system_packages import ANY, system_packages
from dockerize_ml.lint.rules.pip._installs import installs

_BASES = frozenset({"python", "debian", "ubuntu", "alpine"})
_GIT = ("git", "git-all", "git-core", "git-lfs", "git-man", "build-base", ANY)


@rule("ML214", Level.ERROR, on="RUN", words=("git",), onbuild=True)
def git_not_installed(instruction: Instruction, context: Context) -> Iterator[Hit]:
    if "git" not in context.script(instruction).text:
        return
    stage = context.stage(instruction)
    base = known_base(stage, context) if stage else None
    if stage is None or base is None or base.name not in _BASES or "git" in base.tools:
        return
    wanting = next(_wanting(instruction, context), None)
    if wanting is None or not system_packages(stage, context).isdisjoint(_GIT) or _is_copied(context):
        return
    yield Hit(wanting, "There is no git in this image. Install it first, or fetch an archive.")


def _wanting(instruction: Instruction, context: Context) -> Iterator[Span]:
    """What calls git."""
    yield from (command.words[0].span for command in context.commands(instruction, "git") if command.path == "git")
    for call in installs(instruction, context):
        yield from (word.span for word in call.operands if word.value.startswith("git+") or "@ git+" in word.value)


def _is_copied(context: Context) -> bool:
    """Whether a program of that name, or the folder of programs, comes from another image."""
    copies = (each for each in context.file.instructions if each.keyword in {"COPY", "ADD"})
    return any(
        word.value.endswith(("/git", "/bin", "/bin/", "/"))
        for each in copies
        if each.flag("from")
        for word in each.words
    )
