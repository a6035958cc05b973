"""No package of this name can be installed.

Why:
    The index refuses `sklearn`, `pytorch`, `tensorflow-gpu` and others, or has nothing for Linux under their names:
    the build ends there.

Before:
    FROM python:3.12-slim
    RUN pip install --no-cache-dir sklearn

After:
    FROM python:3.12-slim
    RUN pip install --no-cache-dir scikit-learn
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import ShellWord
from dockerize_ml.knowledge.table import Row, rows
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules.pip._installs import installs
from dockerize_ml.lint.rules.python._packages import distribution, has_index_of_its_own

_PYTHON_2 = re.compile(r"(?:pip|python)2")


@rule("ML209", Level.ERROR, on="RUN", words=("pip",), onbuild=True)
def removed_package_name(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for call in installs(instruction, context):
        # Python 2 could still install some of them.
        if (
            _PYTHON_2.match(call.command.name)
            or has_index_of_its_own(call.command)
            or context.env(instruction, "PIP_INDEX_URL")
        ):
            continue
        for word in call.operands:
            instead = _names().get(distribution(word))
            if instead is not None and _is_bare(word):
                fix = Fix(f"Install `{instead}`", safe=True, edits=(Edit(word.span, instead),))
                yield Hit(word.span, f"`{word.value}` cannot be installed. Its name is `{instead}`.", fix)


def _is_bare(word: ShellWord) -> bool:
    """Whether it is the name alone: an old version may still be there."""
    return distribution(word) == word.value.lower().replace("_", "-") and word.text == word.value


@lru_cache
def _names() -> dict[str, str]:
    """The names that nothing can be installed by, each with the one that can."""
    return {
        name: row.text("replacement")
        for row in rows("unusable", "package")
        if _speaks_of_all(row)
        for name in row.texts("names")
    }


def _speaks_of_all(row: Row) -> bool:
    return row.optional_text("replacement") is not None and (
        row.optional_text("versions") is None or row.flag("unpinned")
    )
