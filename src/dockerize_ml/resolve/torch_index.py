"""PyTorch's own index, which has the builds without CUDA: whether it can be had from here."""

from dataclasses import replace

from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.knowledge.gpu import torch_index
from dockerize_ml.knowledge.torch_users import torch_family, torch_users
from dockerize_ml.manifests.lock_header import APART, fields
from dockerize_ml.manifests.names import distribution
from dockerize_ml.resolve.model import Question
from dockerize_ml.resolve.output import locked_in
from dockerize_ml.resolve.places import Places
from dockerize_ml.resolve.trouble import trouble_in
from dockerize_ml.resolve.uv import NoUvError, TimeUpError, Uv


def answers(uv: Uv) -> bool:
    """Whether it does; where it cannot be asked, it is taken to."""
    there = replace(uv, places=Places((("--index-url", torch_index("cpu")),)))
    try:
        answer = there.compile({"asks.in": "torch\n"}, ("--no-deps",))
    except (NoUvError, TimeUpError):
        return True
    return answer.ok or trouble_in(answer.errors).kind != "unreachable"


def takes_part(inspection: Inspection) -> bool:
    """Whether it has a part in what is installed: PyTorch is, for processors, or in one of its builds."""
    asked = (*(inspection.manifest.requirements if inspection.manifest else ()), *inspection.locked)
    names = {each.name for each in asked if not each.group}
    is_for_processors = inspection.facts.accelerator.value != "cuda"
    return not names.isdisjoint(torch_users()) and (is_for_processors or is_named(inspection))


def is_named(inspection: Inspection) -> bool:
    """Whether the project itself names it, or a build of PyTorch that is only there."""
    manifest = inspection.manifest
    if manifest is None:
        return False
    builds = (each for each in manifest.requirements if each.name in torch_family() and not each.group)
    return any("pytorch.org" in value for _, value in manifest.options) or any("+" in each.specifier for each in builds)


def is_from(text: str, question: Question) -> bool:
    """Whether a lock of ours takes PyTorch from the index that the question names, if it names one."""
    if question.torch_index is None or question.accelerator == "cuda":
        return True
    apart = {distribution(field.value) for field in fields(text) if field.name == APART}
    pinned = {each.name for each in locked_in(text)}
    return torch_family().isdisjoint(apart if question.torch_index == "general" else pinned)
