"""The image knows an apt repository whose key has changed.

Why:
    NVIDIA changed the key of its apt repositories on 27 April 2022. Images from before have the old one, so that
    `apt-get update` ends with `NO_PUBKEY A4B469963BF863CC`. Nothing else is wanted from that repository: its list can
    go.

Before:
    FROM tensorflow/tensorflow:2.8.0-gpu
    RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*

After:
    FROM tensorflow/tensorflow:2.8.4-gpu
    RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Span, Stage
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.knowledge.cuda_keys import has_expired_key
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._bases import outside
from dockerize_ml.lint.rules._mentions import mentions

_IMAGES = ("tensorflow/tensorflow", "pytorch/pytorch")
# The key was replaced, or the list removed.
_SETTLED = re.compile(
    r"3bf863cc|cuda-keyring|sources\.list|apt-key|allow-unauth|trusted=yes|AllowInsecure", re.IGNORECASE
)
_REMOVE = "rm -f /etc/apt/sources.list.d/cuda.list /etc/apt/sources.list.d/nvidia-ml.list"


@rule("ML105", Level.ERROR, on="stage", words=_IMAGES)
def expired_cuda_apt_key(stage: Stage, context: Context) -> Iterator[Hit]:
    image = outside(stage, context)
    if not has_expired_key(image.familiar, image.tag or "") or mentions(context, _SETTLED):
        return
    runs = (instruction for instruction in stage.instructions if instruction.keyword == "RUN")
    shells = (run for run in runs if run.exec is None)
    updates = (command for run in shells for command in context.commands(run, "apt-get", "apt"))
    update = next((command for command in updates if command.has_argument("update")), None)
    if update is not None:
        message = "The key of NVIDIA's repository in this image is no longer valid, so this ends with `NO_PUBKEY`."
        yield Hit(update.span, f"{message} Remove its list first, or take a newer image.", _fix(update))


def _fix(update: Command) -> Fix | None:
    if update.through or update.inside:
        return None
    at = update.span.start
    return Fix("Remove the lists first", safe=False, edits=(Edit(Span(at, at), f"{_REMOVE} && "),))
