"""Which Python a stage has from its base image, as far as the image's tag tells."""

import re

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.knowledge.images import release_in_tag
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.rules._bases import outside

_MINOR = re.compile(r"(?P<minor>[23]\.\d+)(?![\d])")
_SYSTEMS = frozenset({"debian", "ubuntu", "nvidia/cuda"})
_OFFICIAL = "python"


def base_python(instruction: Instruction, context: Context) -> str | None:
    """The minor version of the official Python image or of the system's ``python3``; None where neither is told."""
    stage = context.stage(instruction)
    image = outside(stage, context) if stage else None
    if image is None:
        return None
    if image.familiar == _OFFICIAL:
        told = _MINOR.match(image.tag or "")
        return told["minor"] if told else None
    release = release_in_tag(image.name, image.tag or "") if image.familiar in _SYSTEMS else None
    return release.python or None if release else None


def is_official_python(instruction: Instruction, context: Context) -> bool:
    """Whether the stage stands on the official Python image."""
    stage = context.stage(instruction)
    return stage is not None and outside(stage, context).familiar == _OFFICIAL
