"""The script that starts the container cannot be run.

Why:
    A script needs the mark of a program, which git keeps and Windows does not know, and a first line that ends as on
    Linux. Without the one the container ends with `permission denied`, with the line endings of Windows with `no such
    file or directory`.

Project:
    ==> start.sh <==
    #!/bin/sh
    exec python train.py

Before:
    FROM python:3.12-slim
    COPY start.sh /start.sh
    CMD ["/start.sh"]

After:
    FROM python:3.12-slim
    COPY --chmod=755 start.sh /start.sh
    CMD ["/start.sh"]
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction, Span
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._mentions import mentions
from dockerize_ml.lint.rules.project._files import copied_script
from dockerize_ml.lint.rules.serving._start import SHELLS, process_one

_MADE_EXECUTABLE = re.compile(r"\bchmod\b|(?:RUN|&&|;)[\s\\]+install\s")
_NEWLINES_MENDED = re.compile(r"dos2unix|\\r|tr -d")
_PATH = re.compile(r"(?:\./|/|[\w-]+/).+|.+\.sh")


@rule("ML609", Level.ERROR, on="project", words=("CMD", "ENTRYPOINT", "cmd", "entrypoint"))
def script_not_executable(context: Context) -> Iterator[Hit]:
    first = process_one(context)
    command = first[1] if first else None
    if command is None or command.name in SHELLS or not _PATH.fullmatch(command.path) or not command.words[0].literal:
        return
    script = copied_script(context, command.path)
    if script is None or not script.text.startswith("#!"):
        return
    word = command.words[0]
    if "\r" in script.text.partition("\n")[0] and not mentions(context, _NEWLINES_MENDED):
        message = f"`{script.path.name}` has the line endings of Windows, so that its first line names no program."
        yield Hit(word.span, f"{message} Save it with plain newlines.")
    elif not script.is_executable and script.copy.flag("chmod") is None and not mentions(context, _MADE_EXECUTABLE):
        message = (
            f"`{script.path.name}` is not marked as a program, so it cannot be started. Copy it with `--chmod=755`."
        )
        yield Hit(word.span, message, _fix(script.copy))


def _fix(copy: Instruction) -> Fix | None:
    """Mark it where it is copied, if nothing else is."""
    if len(copy.words) != 2 or not copy.words[0].value.endswith(".sh"):
        return None
    end = copy.keyword_span.end
    return Fix("Copy it as a program", safe=True, edits=(Edit(Span(end, end), " --chmod=755"),))
