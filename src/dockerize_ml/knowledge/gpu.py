"""What goes with which version where a GPU is used, and what a CPU build saves where none is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, TypeVar

from dockerize_ml.knowledge.table import Row, rows

Flavour = Literal["base", "runtime", "devel", "cudnn-runtime", "cudnn-devel"]
Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class CpuBuild:
    """How to install a distribution without CUDA.

    Attributes:
        replacement: another distribution, at the same version; or empty.
        index_url: the index that has the same distribution without CUDA; or empty.
        also: distributions that have to come from the same index.
        versions: those that the replacement has too; empty where nobody looked.
        saved_megabytes: roughly what that saves, compressed.
    """

    distribution: str
    replacement: str
    index_url: str
    also: tuple[str, ...]
    versions: str
    saved_megabytes: int
    why: str
    source: str
    checked: date

    def replaces(self, version: str) -> bool:
        """Whether the replacement has that version."""
        from packaging.specifiers import SpecifierSet  # noqa: PLC0415  # asked only of projects that use such a library

        return bool(self.versions) and SpecifierSet(self.versions).contains(version, prereleases=False)


@dataclass(frozen=True, slots=True)
class CudaNeed:
    """What a distribution needs of the image to use a GPU.

    Attributes:
        bundled: its wheels carry CUDA, with ``extra`` where that is not empty: a slim image is enough.
        cuda: the CUDA version to have in the image otherwise.
        cudnn: the major version of cuDNN to have in the image, or None.
        lacks: why it uses no GPU in any image that we know, after its name; ``hint`` tells what to do.
    """

    distribution: str
    bundled: bool
    extra: str
    cuda: str
    cudnn: int | None
    newest: str
    lacks: str
    hint: str
    why: str
    source: str
    checked: date

    def is_known(self, version: str | None) -> bool:
        """Whether somebody looked at that version, or at a newer one; without a version, whether nobody asks."""
        return version is None or not self.newest or _numbers(version) <= _numbers(self.newest)


@dataclass(frozen=True, slots=True)
class CudaImage:
    """A CUDA version that NVIDIA publishes images of: the cuDNN part of their tags and the Ubuntu releases."""

    cuda: str
    cudnn: str
    ubuntu: tuple[str, ...]
    why: str
    source: str
    checked: date

    def tag(self, flavour: Flavour, ubuntu: str | None = None) -> str:
        """The image's tag, on the newest Ubuntu unless another is asked for."""
        return f"{self.cuda}-{flavour.replace('cudnn', self.cudnn)}-ubuntu{ubuntu or self.ubuntu[-1]}"


def torch_index(variant: str) -> str:
    """The URL of PyTorch's own index for a variant (``cpu``, ``cu126``)."""
    urls = {row.text("variant"): row.text("url") for row in rows("gpu", "torch_index")}
    return urls["cpu"] if variant == "cpu" else urls["cuda"].format(variant=variant)


def cpu_build(distribution: str) -> CpuBuild | None:
    """How to install ``distribution`` without CUDA, or None where it has no such build or needs none."""
    return next((known for known in _cpu_builds() if known.distribution == distribution), None)


def build_of(replacement: str) -> CpuBuild | None:
    """What ``replacement`` is the build without CUDA of, version by version; None where it is none."""
    return next((known for known in _cpu_builds() if known.versions and known.replacement == replacement), None)


def cuda_need(distribution: str, version: str | None) -> CudaNeed | None:
    """What ``distribution`` needs to use a GPU, or None where nothing is known; an unknown version is the newest."""
    from packaging.specifiers import SpecifierSet  # noqa: PLC0415  # asked only of projects for a GPU

    for row in rows("gpu", "cuda_need"):
        if distribution not in (row.text("distribution"), *row.texts("aliases")):
            continue
        if SpecifierSet(row.text("versions", "")).contains(version or "99999", prereleases=True):
            return _need(row)
    return None


def cuda_image(cuda: str) -> CudaImage:
    """The newest patch of ``cuda`` (``12.6``) that has images, else the nearest version below, else the oldest."""
    wanted = _numbers(cuda)
    same = [image for image in cuda_images() if _numbers(image.cuda)[: len(wanted)] == wanted]
    return same[-1] if same else _nearest(((_numbers(image.cuda), image) for image in cuda_images()), cuda)


@lru_cache
def cuda_images() -> tuple[CudaImage, ...]:
    """Every CUDA version with images, oldest first."""
    found = (
        CudaImage(row.text("cuda"), row.text("cudnn"), row.texts("ubuntu"), row.why, row.source, row.checked)
        for row in rows("gpu", "cuda_image")
    )
    return tuple(sorted(found, key=lambda image: _numbers(image.cuda)))


def usual_cuda() -> str:
    """The version of CUDA to take for granted where nothing names one."""
    return next(row.text("cuda") for row in rows("gpu", "usual_cuda"))


def lowest_driver(cuda: str) -> str | None:
    """The oldest driver that containers of that CUDA version start with."""
    major = cuda.partition(".")[0]
    return next((row.text("lowest") for row in rows("gpu", "driver") if row.text("cuda") == major), None)


def _nearest(known: Iterable[tuple[tuple[int, ...], Entry]], version: str) -> Entry:
    ordered = sorted(known, key=lambda pair: pair[0])
    reached = [entry for numbers, entry in ordered if numbers <= _numbers(version)]
    return reached[-1] if reached else ordered[0][1]


def _numbers(version: str) -> tuple[int, ...]:
    parts = version.partition("+")[0].split(".")
    return tuple(int(part) for part in parts if part.isdigit())


@lru_cache
def _cpu_builds() -> tuple[CpuBuild, ...]:
    return tuple(
        CpuBuild(
            distribution=row.text("distribution"),
            replacement=row.text("replacement", ""),
            index_url=torch_index("cpu") if row.text("index", "") == "cpu" else "",
            also=row.texts("also"),
            versions=row.text("versions", ""),
            saved_megabytes=row.number("saved_megabytes") or 0,
            why=row.why,
            source=row.source,
            checked=row.checked,
        )
        for row in rows("gpu", "cpu_build")
    )


def _need(row: Row) -> CudaNeed:
    return CudaNeed(
        distribution=row.text("distribution"),
        bundled=row.flag("bundled"),
        extra=row.text("extra", ""),
        cuda=row.text("cuda", ""),
        cudnn=row.number("cudnn"),
        newest=row.text("newest", ""),
        lacks=row.text("lacks", ""),
        hint=row.text("hint", ""),
        why=row.why,
        source=row.source,
        checked=row.checked,
    )
