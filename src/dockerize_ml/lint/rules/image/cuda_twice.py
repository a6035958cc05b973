"""CUDA is in the base image, and a second time in the packages.

Why:
    torch and jax bring their own CUDA as packages and never look at the system's. On `nvidia/cuda:…-runtime` or
    `-devel` it lies in the image twice: about 2.5 GB of wheels beside the base image's own libraries.

Before:
    FROM nvidia/cuda:12.4.1-cudnn-runtime-ubuntu22.04
    RUN pip install --no-cache-dir torch==2.5.1

After:
    FROM nvidia/cuda:12.4.1-base-ubuntu22.04
    RUN pip install --no-cache-dir torch==2.5.1
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Span, Stage
from dockerize_ml.dockerfile.shell.nodes import ShellWord
from dockerize_ml.knowledge.cuda_users import cuda_users
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._bases import outside
from dockerize_ml.lint.rules._mentions import mentions
from dockerize_ml.lint.rules.python._packages import calls_in, distribution

_TWICE = re.compile(r"(?:^|-)(?:runtime|devel|cudnn\d*)(?:-|$)")
_FLAVOUR = re.compile(r"(?:-cudnn\d*)?-(?:runtime|devel)")
_BUNDLED = frozenset({"torch"})
_JAX = re.compile(r"jax\[cuda\d*(?:_pip)?\].*")
_WITHOUT = re.compile(r"/whl/(?:cpu|rocm)")
# What they name is not seen.
_FILES = re.compile(r"requirements|pyproject|environment\.ya?ml|\.lock")


@rule("ML106", Level.INFO, on="file", words=("nvidia/cuda",))
def cuda_twice(context: Context) -> Iterator[Hit]:
    if context.last is None:
        return
    image = outside(context.last, context)
    if image.familiar != "nvidia/cuda" or not _TWICE.search(image.tag or "") or mentions(context, _FILES):
        return
    if mentions(context, cuda_users("running", "building", "loading")):
        return
    for stage in context.ancestry(context.last):
        for call in calls_in(stage, context):
            words = [word for word in call.operands if _brings_cuda(word)]
            if words and not any(_WITHOUT.search(word.value) for word in call.command.args):
                message = f"`{words[0].value}` brings a CUDA of its own. A `-base` tag of the image is enough."
                yield Hit(words[0].span, message, _fix(context.last, context))
                return


def _fix(stage: Stage, context: Context) -> Fix | None:
    """Take the small image, where its tag is written out."""
    *_, oldest = context.ancestry(stage)
    found = _FLAVOUR.search(oldest.image.text)
    if found is None:
        return None
    start = oldest.image.span.start
    edit = Edit(Span(start + found.start(), start + found.end()), "-base")
    return Fix("Take the `-base` image", safe=False, edits=(edit,))


def _brings_cuda(word: ShellWord) -> bool:
    return distribution(word) in _BUNDLED or _JAX.fullmatch(word.value) is not None
