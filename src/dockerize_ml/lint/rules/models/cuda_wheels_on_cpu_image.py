"""An image for the CPU installs PyTorch with CUDA.

Why:
    The wheels of torch on the public index carry all of CUDA: 2.5 GB that no CPU uses. PyTorch's own index has builds
    without it.

Before:
    FROM python:3.12-slim AS cpu
    RUN pip install --no-cache-dir torch==2.5.1

After:
    FROM python:3.12-slim AS cpu
    RUN pip install --no-cache-dir torch==2.5.1 --index-url https://download.pytorch.org/whl/cpu
"""

import re
from collections.abc import Iterator
from pathlib import PurePath

from dockerize_ml.dockerfile.nodes import Stage
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._bases import known_base
from dockerize_ml.lint.rules._managers import with_flag
from dockerize_ml.lint.rules.pip._installs import installs
from dockerize_ml.lint.rules.python._packages import distribution, has_index_of_its_own

_CPU = re.compile(r"(?:^|[^a-z])cpu(?:$|[^a-z])")
_BASES = frozenset({"python", "debian", "ubuntu"})
_INDEX = "https://download.pytorch.org/whl/cpu"
_SIBLINGS = frozenset({"torch", "torchvision", "torchaudio"})
_ELSEWHERE = ("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "UV_INDEX_URL", "UV_TORCH_BACKEND", "UV_DEFAULT_INDEX")


@rule("ML402", Level.INFO, on="stage", words=("torch",))
def cuda_wheels_on_cpu_image(stage: Stage, context: Context) -> Iterator[Hit]:
    base = known_base(stage, context)
    if base is None or base.name not in _BASES or not _is_said_to_be_for_cpu(stage, context):
        return
    if "arm64" in (stage.platform or "") or any(name in context.file.text for name in _ELSEWHERE):
        return
    runs = (each for each in stage.instructions if each.keyword == "RUN")
    for run, call in ((each, call) for each in runs for call in installs(each, context)):
        word = next((each for each in call.operands if distribution(each) == "torch"), None)
        if word is None or has_index_of_its_own(call.command) or "+cpu" in word.value:
            continue
        alone = all(distribution(each) in _SIBLINGS for each in call.operands)
        fix = with_flag(run, call.verb, f"--index-url={_INDEX}", safe=False) if alone else None
        message = f"`{word.value}` brings 2.5 GB of CUDA to an image for the CPU. Add `--index-url {_INDEX}`."
        yield Hit(word.span, message, fix)


def _is_said_to_be_for_cpu(stage: Stage, context: Context) -> bool:
    """Whether the name of the file, of its folder or of a stage on the way says so."""
    path = PurePath(context.name)
    names = (path.name, path.parent.name, *(each.name or "" for each in context.ancestry(stage)))
    return any(_CPU.search(name.lower()) for name in names)
