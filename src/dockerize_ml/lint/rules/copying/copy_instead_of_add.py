"""ADD is used where COPY does the same.

Why:
    ADD also downloads and unpacks. Where neither is wanted, COPY says so and cannot surprise anyone.

Before:
    FROM python:3.12-slim
    ADD app.py /app/

After:
    FROM python:3.12-slim
    COPY app.py /app/

Differs:
    A repository by `git@…` is fetched by ADD only, so COPY cannot replace it. So is one by `git://` or `ssh://`,
    and ADD unpacks `.tar.zst`.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules.copying._archives import ARCHIVES

_REMOTE = ("http://", "https://", "git://", "ssh://", "git@")
_ONLY_OF_ADD = frozenset({"checksum", "keep-git-dir", "unpack"})


@rule("DL3020", Level.ERROR, on="ADD")
def copy_instead_of_add(instruction: Instruction, _context: Context) -> Iterator[Hit]:
    sources = [word.value.strip("\"'") for word in instruction.words[:-1]]
    files = [source for source in sources if not source.endswith(ARCHIVES) and not source.startswith((*_REMOTE, "<<"))]
    if not files:
        return
    message = "`ADD` also unpacks and downloads. Use `COPY` for files and folders."
    is_plain = files == sources and not any("$" in source for source in sources)
    can_copy = is_plain and _ONLY_OF_ADD.isdisjoint(flag.name for flag in instruction.flags)
    yield Hit(instruction.extent, message, _fix(instruction) if can_copy else None)


def _fix(instruction: Instruction) -> Fix:
    return Fix("Use `COPY`", safe=True, edits=(Edit(instruction.keyword_span, "COPY"),))
