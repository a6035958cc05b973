"""`uv pip install` finds no virtual environment.

Why:
    Unlike pip, uv installs into the system's Python only when it is told to. Without an environment it ends with `No
    virtual environment found`.

Before:
    FROM python:3.12-slim
    RUN pip install --no-cache-dir uv==0.5.0
    RUN uv pip install --no-cache-dir flask==3.0.3

After:
    FROM python:3.12-slim
    RUN pip install --no-cache-dir uv==0.5.0
    RUN uv pip install --system --no-cache-dir flask==3.0.3
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._bases import outside
from dockerize_ml.lint.rules._managers import calls, with_flag
from dockerize_ml.lint.rules._mentions import mentions
from dockerize_ml.lint.rules.pip._installs import UV

_BASES = frozenset({"python", "debian", "ubuntu"})
# An environment was made or named somewhere, or one that we do not see may be there.
_SETTLED = re.compile(r"venv|VIRTUAL_ENV|UV_SYSTEM_PYTHON|UV_PYTHON|CONDA|conda|uv sync|uv\.toml")
_TOLD = ("system", "python", "p", "target", "t", "prefix")


@rule("ML212", Level.ERROR, on="RUN", words=("uv",), onbuild=True)
def uv_without_environment(instruction: Instruction, context: Context) -> Iterator[Hit]:
    stage = context.stage(instruction)
    if stage is None or outside(stage, context).familiar not in _BASES or mentions(context, _SETTLED):
        return
    for call in calls(instruction, context, UV, "install", "sync"):
        if call.topic == "pip" and not call.command.has_flag(*_TOLD):
            fix = with_flag(instruction, call.verb, "--system", safe=True)
            yield Hit(call.command.span, "uv finds no virtual environment here and ends. Add `--system`.", fix)
