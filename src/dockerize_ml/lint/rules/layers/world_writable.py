"""Everybody may change these files.

Why:
    With mode 777 any process in the container, whoever it belongs to, can change programs that others run. In a RUN of
    its own it also stores all the files a second time.

Before:
    FROM debian:12
    RUN mkdir /data && chmod -R 777 /data

After:
    FROM debian:12
    RUN mkdir /data && chown -R 10001:10001 /data
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule

_FOR_ALL = re.compile(r"[0-7]?777|(?:a|ugo)[+=]r?wx?X?|[ug]*o[+=]r?wx?X?")
_SHARED = re.compile(r"/(?:var/)?tmp(?:/.*)?|/dev/shm(?:/.*)?")
_HINT = "Everybody may change these files. Give them to the user of the image with `chown`."


@rule("ML508", Level.WARNING, on=("RUN", "COPY", "ADD"), words=("chmod",), onbuild=True)
def world_writable(instruction: Instruction, context: Context) -> Iterator[Hit]:
    if instruction.keyword != "RUN":
        flag = next((each for each in instruction.flags if each.name == "chmod"), None)
        if flag is not None and _is_for_all(flag.value or ""):
            yield Hit(flag.span, _HINT)
        return
    for command in context.commands(instruction, "chmod"):
        modes = [word for word in command.args if _is_for_all(word.value)]
        paths = [word.value for word in command.arguments if word not in modes]
        if command.has_flag("R", "recursive") and modes and not all(_SHARED.fullmatch(path) for path in paths):
            yield Hit(command.span, _HINT)


def _is_for_all(mode: str) -> bool:
    return _FOR_ALL.fullmatch(mode) is not None
