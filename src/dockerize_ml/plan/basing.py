"""The base image: Debian with Python, or NVIDIA's where a package loads CUDA from the system."""

from collections.abc import Iterator
from typing import NamedTuple

from dockerize_ml.config import Settings
from dockerize_ml.facts.detectors.system.installed import newest_allowed
from dockerize_ml.facts.model import Facts
from dockerize_ml.knowledge.gpu import CudaNeed, cuda_image, cuda_need, lowest_driver
from dockerize_ml.knowledge.pythons import has_ended
from dockerize_ml.manifests.requirement import Manifest, Requirement
from dockerize_ml.plan.model import Note
from dockerize_ml.plan.reasons import at

_PREFERRED_UBUNTU = "22.04"


class Base(NamedTuple):
    """What the image stands on.

    Attributes:
        image: of the final stage.
        build_image: of the build stage.
        why: the comment above it.
        has_python: whether the final image brings the interpreter.
        added: requirements that bring CUDA as packages.
        notes: what the user should hear.
        ended: whether the Python of the image gets no security fixes any more.
    """

    image: str
    build_image: str
    why: tuple[str, ...] = ()
    has_python: bool = True
    added: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    ended: bool = False


def base_for(facts: Facts, manifest: Manifest, settings: Settings) -> Base:
    """The base of the image, for the processor or the graphics card that the facts ask for."""
    if facts.manager.value == "conda":
        bare = f"debian:{settings.debian}-slim"
        return Base(bare, bare)
    slim = f"python:{facts.python.value}-slim-{settings.debian}"
    ended = has_ended(facts.python.value or "")
    if facts.accelerator.value != "cuda":
        told = (f"Python {facts.python.value} gets no security fixes any more: {_reason(facts)}.",) if ended else ()
        return Base(slim, slim, why=told, ended=ended)
    needs = tuple(_needs(manifest))
    base = _for_gpu(slim, needs, compiles=_compiles(facts))._replace(ended=ended)
    return base._replace(notes=(*base.notes, *_lacking(needs)))


def _reason(facts: Facts) -> str:
    """Why it is that version all the same."""
    evidence = facts.python.evidence[0]
    return evidence.reason if evidence.path in {"", "."} else f"{evidence.reason} ({at(evidence)})"


def _compiles(facts: Facts) -> bool:
    """Whether something is compiled by what needs no interpreter of the image's own, as other managers do."""
    needed = facts.system_packages.value
    return bool(needed and needed.build) and facts.manager.value in {"pip", "uv", "setuptools"}


def _lacking(needs: tuple[tuple[Requirement, CudaNeed], ...]) -> Iterator[Note]:
    for requirement, need in needs:
        if need.lacks:
            yield Note(text=f"{requirement.name} ({requirement.at}) {need.lacks}", hint=need.hint)


def _for_gpu(slim: str, needs: tuple[tuple[Requirement, CudaNeed], ...], *, compiles: bool) -> Base:
    extras = tuple(
        f"{requirement.name}[{need.extra}]"
        for requirement, need in needs
        if need.bundled and need.extra and need.extra not in requirement.extras
    )
    asking = [pair for pair in needs if not pair[1].bundled]
    if not asking:
        return Base(slim, slim, added=extras)
    requirement, need = max(asking, key=lambda pair: tuple(map(int, pair[1].cuda.split("."))))
    known = cuda_image(need.cuda)
    ubuntu = _PREFERRED_UBUNTU if _PREFERRED_UBUNTU in known.ubuntu else known.ubuntu[-1]
    tag = known.tag("cudnn-runtime" if need.cudnn else "runtime", ubuntu)
    driver = lowest_driver(known.cuda)
    told = f"{requirement.name} ({requirement.at}) needs CUDA {need.cuda} in the image."
    note = Note(text=told, hint=f"The host needs NVIDIA's driver {driver} or newer." if driver else "")
    notes = (note, *_unknown(asking))
    image = f"nvidia/cuda:{tag}"
    # What is compiled against a newer C library does not load in an older one.
    built = image if compiles else slim
    return Base(image, built, why=(told, need.why), has_python=False, added=extras, notes=notes)


def _unknown(asking: list[tuple[Requirement, CudaNeed]]) -> Iterator[Note]:
    for requirement, need in asking:
        if not need.is_known(requirement.version):
            yield Note(
                text=f"{requirement.name} {requirement.version} ({requirement.at}) is newer than {need.newest}, the "
                "newest that we know: it is taken to need the same CUDA.",
                hint="If it does not, require an older version, or change the image's first line.",
            )


def _needs(manifest: Manifest) -> Iterator[tuple[Requirement, CudaNeed]]:
    for requirement in manifest.requirements:
        need = cuda_need(requirement.name, requirement.version or newest_allowed(requirement.specifier))
        if need is not None and not requirement.group:
            yield requirement, need
