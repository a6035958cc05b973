"""The image ships the compilers that built it.

Why:
    Compilers and headers are for building. In the last stage they make every pull slower (build-essential alone: 409
    MB), and are at hand for whoever breaks in. A build stage keeps them out.

Before:
    FROM python:3.12-slim
    RUN apt-get update && apt-get install -y --no-install-recommends gcc && rm -rf /var/lib/apt/lists/*
    RUN pip install --no-cache-dir pycosat==0.6.6
    CMD ["python", "train.py"]

After:
    FROM python:3.12 AS build
    RUN pip install --no-cache-dir --prefix=/install pycosat==0.6.6
    FROM python:3.12-slim
    COPY --from=build /install /usr/local
    CMD ["python", "train.py"]
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.knowledge.cuda_users import cuda_users
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._bases import known_base
from dockerize_ml.lint.rules._managers import Call, calls
from dockerize_ml.lint.rules._mentions import mentions
from dockerize_ml.lint.rules.apt._apt_get import APT
from dockerize_ml.lint.rules.serving._start import is_for_development, start_of

_TOOLS = re.compile(
    r"build-essential|gcc(?:-\d+)?|g\+\+(?:-\d+)?|clang(?:-\d+)?|gfortran|cmake|ninja-build|cargo|rustc|.*-dev"
)


@rule("ML511", Level.INFO, on="file", words=("apt",))
def build_tools_shipped(context: Context) -> Iterator[Hit]:
    start = start_of(context)
    if context.last is None or start is None or not (start.script or start.server) or is_for_development(context):
        return
    base = known_base(context.last, context)
    if base is None or not base.is_slim or mentions(context, cuda_users("running")):
        return
    for stage in context.ancestry(context.last):
        for instruction in (each for each in stage.instructions if each.keyword == "RUN"):
            call = _installs_tools(instruction, context)
            if call is not None:
                tool = next(word for word in call.operands if _TOOLS.fullmatch(word.value.partition("=")[0]))
                yield Hit(
                    tool.span, f"`{tool.value}` is needed for building only, and shipped. Build in a stage before."
                )


def _installs_tools(instruction: Instruction, context: Context) -> Call | None:
    """The installation of compilers or headers that the RUN does not take back."""
    if any(calls(instruction, context, APT, "purge", "remove", "autoremove")):
        return None
    found = (call for call in calls(instruction, context, APT, "install") if not call.command.inside)
    return next(
        (call for call in found if any(_TOOLS.fullmatch(w.value.partition("=")[0]) for w in call.operands)), None
    )
