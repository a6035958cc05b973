"""There is no such tag of NVIDIA's CUDA image.

Why:
    `nvidia/cuda` has no `latest`, and NVIDIA takes tags away: those of CUDA 10 and older are gone, and so are those
    that name no patch version. The build ends with "manifest unknown".

Before:
    FROM nvidia/cuda:11.8-runtime-ubuntu22.04

After:
    FROM nvidia/cuda:11.8.0-runtime-ubuntu22.04
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.image import ImageReference
from dockerize_ml.dockerfile.nodes import Stage
from dockerize_ml.knowledge.gpu import CudaImage, cuda_image, cuda_images
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule

_VERSION = re.compile(r"(?P<version>\d+(?:\.\d+){0,2})(?P<rest>-.*|$)")
_FLAVOUR = re.compile(r"-(?:cudnn\d*-)?(?:base|runtime|devel)")
_NUMBER_OF_CUDNN = re.compile(r"-cudnn\d*")


@rule("ML104", Level.ERROR, on="stage", words=("nvidia/cuda",))
def missing_cuda_tag(stage: Stage, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - every rule is given it
    image = ImageReference.parse(stage.base)
    if image.familiar != "nvidia/cuda" or image.digest or "$" in (image.tag or ""):
        return
    if image.tag in {None, "latest"}:
        newest = cuda_images()[-1]
        nearest = f"{newest.cuda}-base-ubuntu{newest.ubuntu[-1]}"
        yield Hit(stage.image.span, f"`nvidia/cuda` has no tag `latest`. Name one, such as `{nearest}`.")
        return
    told = _VERSION.fullmatch(image.tag or "")
    if told is None or not _is_gone(told["version"]):
        return
    nearest = _nearest(cuda_image(".".join(told["version"].split(".")[:2])), told["rest"])
    message = f"`{image.tag}` is not among the tags of `nvidia/cuda` any more. The nearest is `{nearest}`."
    yield Hit(stage.image.span, message)


def _is_gone(version: str) -> bool:
    """Whether it names no patch version, or is older than the oldest that is left."""
    return version.count(".") < 2 or _numbers(version) < _numbers(cuda_images()[0].cuda)


def _nearest(image: CudaImage, rest: str) -> str:
    flavour = _FLAVOUR.match(rest)
    wanted = _NUMBER_OF_CUDNN.sub(f"-{image.cudnn}", flavour[0]) if flavour else "-base"
    release = next((each for each in image.ubuntu if rest.endswith(f"ubuntu{each}")), image.ubuntu[-1])
    return f"{image.cuda}{wanted}-ubuntu{release}"


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))
