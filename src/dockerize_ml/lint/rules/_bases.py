"""The image from outside that a stage stands on, and what is known of it."""

from functools import lru_cache

from dockerize_ml.dockerfile.image import ImageReference
from dockerize_ml.dockerfile.nodes import Stage
from dockerize_ml.knowledge.images import BaseImage, base_image
from dockerize_ml.lint.context import Context


def outside(stage: Stage, context: Context) -> ImageReference:
    """The image that the stage, or the earliest stage that it starts from, stands on; defaults of ARGs filled in."""
    *_, oldest = context.ancestry(stage)
    return _parsed(oldest.base)


def known_base(stage: Stage, context: Context) -> BaseImage | None:
    """What is known of that image, or None: then it may have set anything."""
    image = outside(stage, context)
    return None if image.name.startswith("$") else _known(image.name, image.tag or "")


_parsed = lru_cache(maxsize=256)(ImageReference.parse)


@lru_cache(maxsize=256)
def _known(name: str, tag: str) -> BaseImage | None:
    return base_image(name, tag)
