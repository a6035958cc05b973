"""The base image is of another platform than FROM asks for.

Why:
    Docker takes it all the same, and its programs then run slowly in emulation or not at all.

Before:
    FROM --platform=linux/arm64 amd64/debian:12-slim

After:
    FROM --platform=linux/arm64 debian:12-slim

Differs:
    BuildKit asks the registry for the image. This rule never does: it knows the architecture only of images whose
    namespace names it, such as `arm64v8/python`.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.image import DOCKER_HUB
from dockerize_ml.dockerfile.nodes import Stage
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._first_line import on_first_line
from dockerize_ml.lint.rules.image._platforms import read_platform

# https://github.com/docker-library/official-images#architectures-other-than-amd64
_NAMESPACES = {
    "amd64": "amd64",
    "arm32v5": "arm",
    "arm32v6": "arm",
    "arm32v7": "arm",
    "arm64v8": "arm64",
    "i386": "386",
    "mips64le": "mips64le",
    "ppc64le": "ppc64le",
    "riscv64": "riscv64",
    "s390x": "s390x",
}


@rule("BK014", Level.WARNING, on="stage", words=("--platform",), aliases=("InvalidBaseImagePlatform",))
def matching_platform(stage: Stage, context: Context) -> Iterator[Hit]:
    image = context.image(stage)
    namespace, slash, _ = image.repository.partition("/")
    if not slash or image.registry not in (None, DOCKER_HUB) or namespace not in _NAMESPACES or stage.platform is None:
        return
    wanted = read_platform(stage.platform)
    if wanted is None or wanted.architecture in (None, _NAMESPACES[namespace]):
        return
    message = f"FROM asks for `{stage.platform}`, but the images of `{namespace}/` are of another architecture."
    yield Hit(on_first_line(stage.start, stage.image.span, context), message)
