"""There is no program `python` in the image, only `python3`.

Why:
    Debian and Ubuntu call their Python `python3` and nothing else. The container does not start: `exec: "python":
    executable file not found in $PATH`.

Before:
    FROM debian:12-slim
    RUN apt-get update && apt-get install -y --no-install-recommends python3 && rm -rf /var/lib/apt/lists/*
    CMD ["python", "train.py"]

After:
    FROM debian:12-slim
    RUN apt-get update && apt-get install -y --no-install-recommends python3 && rm -rf /var/lib/apt/lists/*
    CMD ["python3", "train.py"]
"""

import re
from collections.abc import Iterator

from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._bases import outside
from dockerize_ml.lint.rules._mentions import mentions
from dockerize_ml.lint.rules._system_packages import ANY, system_packages
from dockerize_ml.lint.rules.serving._start import start_of

_BASES = frozenset({"debian", "ubuntu", "nvidia/cuda"})
_NAME = "python"
# A link, an environment, or a Python from elsewhere.
_SETTLED = re.compile(
    r"venv|virtualenv|VIRTUAL_ENV|conda|mamba|pyenv|ln -|alternatives|PATH|uv |altinstall|Python-[23]|bin/python\b"
)
_SYSTEM_S = frozenset({"python3", "python3-pip", "python3-dev", "python3-venv", "python3-minimal"})
_BRING_IT = frozenset(
    {"python", "python-is-python3", "python-is-python2", "python2", "python-minimal", "python-dev", ANY}
)


@rule("ML313", Level.ERROR, on="file", words=("python3",))
def python_command_missing(context: Context) -> Iterator[Hit]:
    start = start_of(context)
    if context.last is None or start is None or start.command.path != _NAME or start.above or start.command.through:
        return
    if outside(context.last, context).familiar not in _BASES or mentions(context, _SETTLED):
        return
    packages = system_packages(context.last, context)
    if packages.isdisjoint(_SYSTEM_S) or not packages.isdisjoint(_BRING_IT) or _copies_programs(context):
        return
    word = start.command.words[0]
    fix = Fix("Call `python3`", safe=True, edits=(Edit(word.span, "python3"),))
    yield Hit(word.span, "There is no `python` in this image, so the container does not start. Call `python3`.", fix)


def _copies_programs(context: Context) -> bool:
    copied = (each for each in context.file.instructions if each.keyword == "COPY" and each.flag("from"))
    return any(True for _ in copied)
