"""ADD is used where COPY does the same.

Why:
    ADD also downloads and unpacks. Where neither is wanted, COPY says so and cannot surprise anyone.

Before:
    FROM python:3.12-slim
    ADD app.py /app/

After:
    FROM python:3.12-slim
    COPY app.py /app/
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule

_ARCHIVES = (
    ".tar",
    ".gz",
    ".bz2",
    ".xz",
    ".zip",
    ".tgz",
    ".tb2",
    ".tbz",
    ".tbz2",
    ".lz",
    ".lzma",
    ".tlz",
    ".txz",
    ".Z",
    ".tZ",
)
_REMOTE = ("http://", "https://")


@rule("DL3020", Level.ERROR, on="ADD", onbuild=False)
def copy_instead_of_add(instruction: Instruction, _context: Context) -> Iterator[Hit]:
    words = instruction.exec or instruction.words
    sources = [word.value for word in words[:-1]]
    if all(source.endswith(_ARCHIVES) or source.startswith(_REMOTE) for source in sources):
        return
    fix = Fix("Use `COPY`", safe=True, edits=(Edit(instruction.keyword_span, "COPY"),))
    yield Hit(instruction.extent, "`ADD` also unpacks and downloads. Use `COPY` for files and folders.", fix)
