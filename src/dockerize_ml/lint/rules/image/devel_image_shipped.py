"""The image ships CUDA's compilers, and nothing in it compiles.

Why:
    `-devel` images hold `nvcc`, headers and static libraries beside what runs. A server needs the libraries only:
    those are in `-runtime`, which is several gigabytes smaller.

Before:
    FROM pytorch/pytorch:2.5.1-cuda12.4-cudnn9-devel
    USER 10001
    CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
    HEALTHCHECK NONE

After:
    FROM pytorch/pytorch:2.5.1-cuda12.4-cudnn9-runtime
    USER 10001
    CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
    HEALTHCHECK NONE
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Span
from dockerize_ml.knowledge.cuda_users import cuda_users
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._bases import outside
from dockerize_ml.lint.rules._mentions import mentions
from dockerize_ml.lint.rules.serving._start import is_for_development, serves, start_of

_IMAGES = frozenset({"nvidia/cuda", "pytorch/pytorch"})
_DEVEL = re.compile(r"(?:^|-)devel(?=-|$)")


@rule("ML107", Level.INFO, on="file", words=("devel",))
def devel_image_shipped(context: Context) -> Iterator[Hit]:
    start = start_of(context)
    if context.last is None or start is None or not serves(start, context) or is_for_development(context):
        return
    image = outside(context.last, context)
    if image.familiar not in _IMAGES or not _DEVEL.search(image.tag or "") or _compiles(context):
        return
    *_, oldest = context.ancestry(context.last)
    word = oldest.image
    found = _DEVEL.search(word.text)
    fix = None
    if found:
        at = word.span.start + found.end() - len("devel")
        fix = Fix("Take the runtime", safe=False, edits=(Edit(Span(at, at + len("devel")), "runtime"),))
    yield Hit(word.span, "Nothing compiles here, so that the `-runtime` image is enough.", fix)


def _compiles(context: Context) -> bool:
    return mentions(context, cuda_users("running", "building"))
