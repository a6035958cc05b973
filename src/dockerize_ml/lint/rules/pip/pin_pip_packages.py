"""pip installs packages without a version.

Why:
    Without a version each build installs the newest release. One day that is one your code does not work with, and no
    change in your files says why.

Before:
    FROM python:3.12-slim
    RUN pip install --no-cache-dir flask

After:
    FROM python:3.12-slim
    RUN pip install --no-cache-dir flask==3.0.3

Differs:
    `-r requirements.txt flask` does not hide `flask`, nor does `. flask`. `.[dev]`, `a.zip` and other local files
    need no version, and `name @ git+https://…` needs one in its URL. The value of any flag that takes one is no
    package, and `PIP_CONSTRAINT` counts like `-c`. `uv pip install` is looked at like `pip install`, and so is pip
    in any folder. `python -m pip --quiet install` is `pip install`.
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import Command, ShellWord
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._managers import Call, calls, manager
from dockerize_ml.lint.rules._pins import unpinned
from dockerize_ml.lint.rules.pip._installs import installs

_PIPX = manager("pipx", valued="--python --pip-args --preinstall --suffix -i --index-url --spec --backend")
_CONSTRAINT = "PIP_CONSTRAINT"
_VERSION = re.compile(r"[=<>~!]=|[<>]")
_CHECKOUT = re.compile(r"(?:git|hg|svn|bzr)(?:\+[a-z]+)?://[^/]*(?P<path>.*)")
_LOCAL = re.compile(r"\.\.?(?:\[.*)?|.*(?:/|\.(?:whl|zip|tar|tgz|tar\.\w+)(?:\[.*)?$)", re.DOTALL)


@rule("DL3013", Level.WARNING, on="RUN", words=("pip",), onbuild=True)
def pin_pip_packages(instruction: Instruction, context: Context) -> Iterator[Hit]:
    if context.env(instruction, _CONSTRAINT):
        return
    for call in _calls(instruction, context):
        if not _is_constrained(call.command):
            yield from unpinned((word for word in call.operands if not _is_pinned(word)), "{}==1.2.3")


def _calls(instruction: Instruction, context: Context) -> Iterator[Call]:
    """What pip, pipx and ``uv pip`` install."""
    yield from installs(instruction, context)
    yield from calls(instruction, context, _PIPX, "install")


def _is_constrained(command: Command) -> bool:
    """Whether a file says which versions are allowed."""
    assigned = any(assignment.name == _CONSTRAINT for assignment in command.assignments)
    return assigned or any(word.value.startswith(("-c", "--constraint")) for word in command.args)


def _is_pinned(word: ShellWord) -> bool:
    """Whether it names a version, or a file or address that holds one version only."""
    text = word.value.partition(";")[0].rpartition(" @ ")[2].strip()
    if checkout := _CHECKOUT.match(text):
        return "@" in checkout["path"]
    return bool(_VERSION.search(text) or _LOCAL.match(text))
