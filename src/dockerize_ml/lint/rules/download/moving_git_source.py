"""A build takes whatever a repository's default branch holds that day.

Why:
    Without a tag or commit the next builder gets other code than you had, and your own layer cache keeps code of a day
    that nobody can name. When it breaks, nothing in your files says what changed.

Before:
    FROM python:3.12
    RUN git clone https://github.com/example/tool.git /srv/tool

After:
    FROM python:3.12
    RUN git clone --branch v1.2.0 https://github.com/example/tool.git /srv/tool
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from dockerize_ml.dockerfile.nodes import Instruction, Span, Stage
from dockerize_ml.dockerfile.shell.nodes import Command, ShellWord
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._managers import manager, read_call
from dockerize_ml.lint.rules.pip._installs import installs

_GIT = manager(
    "git",
    valued="""
        -C -c --git-dir --work-tree -b --branch --depth -o --origin --reference -j --jobs --revision --filter --config
        --shallow-since --template --separate-git-dir --server-option --bundle-uri -u --upload-pack
    """,
)
_FIXED_BY = ("checkout", "switch", "reset", "fetch", "pull", "rebase")
_REMOTE = re.compile(r"[a-z+]+://|git@|[\w.-]+@[\w.-]+:", re.IGNORECASE)
_PIP = re.compile(r"(?:.*@\s*)?git\+(?:\w+://)?(?P<address>[^#;]*)")


@rule("ML202", Level.WARNING, on="stage", words=("git",))
def moving_git_source(stage: Stage, context: Context) -> Iterator[Hit]:
    runs = [instruction for instruction in stage.instructions if instruction.keyword == "RUN"]
    fixed = max((each.extent.start for each in runs if _checks_out(each, context)), default=-1)
    for instruction in runs:
        if instruction.extent.start > fixed:
            yield from (_hit(command.span) for command in context.commands(instruction, "git") if _moves(command))
        for call in installs(instruction, context):
            words = [*call.operands, *_editables(call.command)]
            yield from (_hit(word.span) for word in words if _is_unpinned(word))


def _hit(span: Span) -> Hit:
    return Hit(span, "The next build may get other code. Name a tag or a commit of the repository.")


def _checks_out(instruction: Instruction, context: Context) -> bool:
    return any(command.has_argument(*_FIXED_BY) for command in context.commands(instruction, "git"))


def _moves(command: Command) -> bool:
    """Whether it clones a default branch."""
    call = read_call(command, _GIT)
    if call is None or call.verb.value != "clone" or command.has_flag("b", "branch", "revision"):
        return False
    # Where the address is a variable, or the folder of a mirror, the builder decides.
    return bool(call.operands) and _REMOTE.match(call.operands[0].value) is not None


def _editables(command: Command) -> Iterator[ShellWord]:
    """What stands behind ``-e``."""
    for before, word in pairwise(command.words):
        if before.value in {"-e", "--editable"}:
            yield word


def _is_unpinned(word: ShellWord) -> bool:
    found = _PIP.match(word.value)
    if found is None:
        return False
    # `git@host` is a user, what stands behind the last slash is a version.
    return "@" not in found["address"].rpartition("/")[2] and word.literal
