"""What the image needs lies in root's home, where its user cannot read.

Why:
    `/root` is closed to everybody else. Packages that root installed with `pip install --user`, or that were copied to
    `/root/.local`, are there and cannot be imported: `Permission denied`, or `No module named …`.

Before:
    FROM python:3.12 AS build
    RUN pip install --user --no-cache-dir flask==3.0.3
    FROM python:3.12-slim
    COPY --from=build /root/.local /root/.local
    USER 10001

After:
    FROM python:3.12 AS build
    RUN pip install --prefix=/install --no-cache-dir flask==3.0.3
    FROM python:3.12-slim
    COPY --from=build /install /usr/local
    USER 10001
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction, Span
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._mentions import mentions
from dockerize_ml.lint.rules.pip._installs import pip_calls
from dockerize_ml.lint.rules.python._packages import distribution

_ROOT = frozenset({"root", "0"})
_OPENED = re.compile(r"chmod[^\n]*\s/root|PYTHONUSERBASE|usermod|HOME[= ]/(?!root)|(?:cp|mv)\s[^\n]*/root/")
_INSTALLERS = frozenset({"pip", "setuptools", "wheel", "pipenv", "poetry", "pdm", "uv", "virtualenv", "build"})
_LOCAL = "/root/.local"


@rule("ML403", Level.ERROR, on="file", words=("/root/.local", "--user"))
def cache_unreadable_by_user(context: Context) -> Iterator[Hit]:
    if context.last is None or mentions(context, _OPENED):
        return
    user = context.state_after(context.last).user
    if user is None or "$" in user or user.partition(":")[0] in _ROOT:
        return
    for stage in context.ancestry(context.last):
        for instruction in stage.instructions:
            if _is_root(context.state(instruction).user):
                yield from (_hit(span, user) for span in _in_root_s_home(instruction, context))


def _hit(span: Span, user: str) -> Hit:
    return Hit(span, f"`/root` is closed to `{user}`, who runs the image. Install where everybody can read.")


def _is_root(user: str | None) -> bool:
    return user is None or user.partition(":")[0] in _ROOT


def _in_root_s_home(instruction: Instruction, context: Context) -> Iterator[Span]:
    if instruction.keyword == "COPY" and instruction.flag("from") and instruction.words:
        target = instruction.words[-1]
        if target.value.rstrip("/").startswith(_LOCAL):
            yield target.span
    if instruction.keyword == "RUN":
        for command, call in pip_calls(instruction, context):
            # Nobody who runs the image needs what only installs.
            needed = not call.operands or any(distribution(word) not in _INSTALLERS for word in call.operands)
            if call.command.has_argument("--user") and needed:
                yield command.span
