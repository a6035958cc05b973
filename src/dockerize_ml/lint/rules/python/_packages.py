"""What the words of an installation by pip name."""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Stage
from dockerize_ml.dockerfile.shell.nodes import Command, ShellWord
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.rules._managers import Call
from dockerize_ml.lint.rules.pip._installs import installs

_NAME = re.compile(r"(?P<name>[A-Za-z0-9][\w.-]*)(?P<extras>\[[^\]]*\])?(?P<rest>.*)", re.DOTALL)
_SEPARATORS = re.compile(r"[-_.]+")


def distribution(word: ShellWord) -> str:
    """The normalised name of the distribution that a word asks for, or empty where it asks for something else."""
    found = _NAME.fullmatch(word.value.strip())
    rest = found["rest"].lstrip() if found else "/"
    if found is None or "/" in found["name"] or not (rest == "" or rest[0] in "=<>~!;@,"):
        return ""
    return _SEPARATORS.sub("-", found["name"]).lower()


def calls_in(stage: Stage, context: Context) -> Iterator[Call]:
    """Every installation by pip or ``uv pip`` in a stage."""
    for instruction in stage.instructions:
        if instruction.keyword == "RUN":
            yield from installs(instruction, context)


def has_index_of_its_own(command: Command) -> bool:
    """Whether it may find other packages than those of the public index."""
    return command.has_flag(
        "index-url", "i", "extra-index-url", "find-links", "f", "no-index", "index", "default-index"
    )
