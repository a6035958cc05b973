"""Whether the program wants an NVIDIA GPU."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.facts.claim import Claim
from dockerize_ml.facts.in_image import requirements_in_image
from dockerize_ml.facts.model import Confidence, Evidence
from dockerize_ml.facts.nearby import nearby, read
from dockerize_ml.facts.registry import detector
from dockerize_ml.knowledge.accelerators import gpu_distribution, gpu_natives, gpu_places, is_gpu_extra
from dockerize_ml.manifests.conda_spec import conda_name
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey
    from dockerize_ml.manifests.requirement import Requirement

_MENTIONS_CUDA = re.compile(r"\bcuda\b")
# The file looks for a GPU before it uses one, or lets its user choose.
_ASKS_FIRST = re.compile(r"is_available\(|device_count\(|no[-_]cuda|use[-_]cuda|use[-_]gpu|CUDA_AVAILABLE|get_device\(")
_CUDA = re.compile(r"cuda(?::\d+)?")
# ``torch==2.1.0+cu118``: the author took the build for CUDA.
_CUDA_BUILD = re.compile(r"\+cu\d{2,3}\b|/whl/cu\d{2,3}\b")


class Sign(NamedTuple):
    """Something that speaks for a GPU; ``is_must``: the program does not run without."""

    evidence: Evidence
    is_must: bool


@detector
def accelerator(survey: Survey) -> Iterator[Claim]:
    """``cuda`` where the program cannot do without, else ``cpu``; signs that a GPU is merely welcome are told."""
    signs = tuple(_signs(survey))
    musts = tuple(sign.evidence for sign in signs if sign.is_must)
    welcome = tuple(sign.evidence for sign in signs if not sign.is_must)
    if musts:
        yield Claim("accelerator", "cuda", Confidence.LIKELY, musts, 1)
        yield Claim("accelerator", "cpu", Confidence.GUESS, (), 0, "the program asks for a GPU")
        return
    nothing = Evidence(path=".", reason="nothing in the program insists on a GPU")
    yield Claim("accelerator", "cpu", Confidence.LIKELY, (nothing,), 1)
    if welcome:
        yield Claim("accelerator", "cuda", Confidence.GUESS, welcome, 0)


def _signs(survey: Survey) -> Iterator[Sign]:
    yield from _asked_for(survey)
    yield from _required(survey)
    yield from _in_code(survey)


def _asked_for(survey: Survey) -> Iterator[Sign]:
    """Files in which the author asks a host for a GPU."""
    for place in gpu_places():
        for near in nearby(survey, place.files):
            text = read(survey, near.path)
            match = place.pattern.search(text)
            if match is not None:
                start = match.start("line") if "line" in place.pattern.groupindex else match.start()
                yield Sign(survey.quote(Place(near.path, text.count("\n", 0, start) + 1)), is_must=True)


def _required(survey: Survey) -> Iterator[Sign]:
    """Distributions that are for a GPU alone, and builds for CUDA of those that are not."""
    for requirement in requirements_in_image(survey):
        known = gpu_distribution(requirement.name)
        cuda_extra = any(is_gpu_extra(requirement.name, extra) for extra in requirement.extras)
        is_must = cuda_extra or (known is not None and known.is_only and requirement.kind != "locked")
        if is_must or known is not None or _CUDA_BUILD.search(requirement.specifier + requirement.url):
            yield Sign(survey.quote(requirement.at), is_must)
    for package in _of_conda(survey):
        if conda_name(package) in gpu_natives():
            yield Sign(survey.quote(package.at), is_must=False)


def _of_conda(survey: Survey) -> Iterator[Requirement]:
    if survey.manifest:
        yield from survey.manifest.native
        yield from (each for each in survey.manifest.requirements if each.conda)


def _in_code(survey: Survey) -> Iterator[Sign]:
    """Uses of ``cuda`` in the program's files; a file that looks for a GPU first does without one too."""
    for path in survey.program_files:
        text = survey.source.text(path)
        if not _MENTIONS_CUDA.search(text):
            continue
        tree = survey.project.tree(path)
        use = next((node for node in ast.walk(tree) if _uses_cuda(node)), None) if tree else None
        if use is not None:
            evidence = survey.quote(survey.project.place(path, getattr(use, "lineno", None)))
            yield Sign(evidence, is_must=not _ASKS_FIRST.search(text))


def _uses_cuda(node: ast.AST) -> bool:
    """``model.cuda()``, ``x.to("cuda")``, ``torch.device("cuda")``, ``device="cuda"``, ``default="cuda"``."""
    match node:
        case ast.Call(func=ast.Attribute(attr="cuda"), args=[]):
            return True
        case ast.Call(
            func=ast.Attribute(attr="to" | "device" | "set_device"), args=[ast.Constant(value=str() as name), *_]
        ):
            return _CUDA.fullmatch(name) is not None
        case ast.keyword(
            arg="device" | "map_location" | "default" | "device_map", value=ast.Constant(value=str() as name)
        ):
            return _CUDA.fullmatch(name) is not None
    return False
