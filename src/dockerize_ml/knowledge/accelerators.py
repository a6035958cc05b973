"""What shows that a program wants an NVIDIA GPU."""

import re
from dataclasses import dataclass
from fnmatch import translate
from functools import lru_cache

from dockerize_ml.knowledge.table import Row, rows


@dataclass(frozen=True, slots=True)
class GpuPlace:
    """A kind of file whose author asks for a GPU where ``pattern`` matches."""

    files: tuple[str, ...]
    pattern: re.Pattern[str]
    why: str


@dataclass(frozen=True, slots=True)
class GpuDistribution:
    """Why a distribution speaks for a GPU, and whether it is good for nothing without one."""

    why: str
    is_only: bool


@lru_cache
def gpu_distribution(name: str) -> GpuDistribution | None:
    """What a distribution of this normalised name says about a GPU, or None."""
    return next(
        (GpuDistribution(row.why, row.flag("only")) for names, row in _distributions() if names.match(name)), None
    )


@lru_cache
def _distributions() -> tuple[tuple[re.Pattern[str], Row], ...]:
    return tuple(
        (re.compile("|".join(map(translate, row.texts("names")))), row) for row in rows("accelerators", "distribution")
    )


def is_gpu_extra(distribution: str, extra: str) -> bool:
    """Whether the extra asks for CUDA: ``jax[cuda12]``."""
    return any(
        row.text("distribution") == distribution and re.fullmatch(row.text("pattern"), extra)
        for row in rows("accelerators", "extra")
    )


@lru_cache
def gpu_natives() -> frozenset[str]:
    """Conda's packages of CUDA itself."""
    return frozenset(name for row in rows("accelerators", "native") for name in row.texts("names"))


@lru_cache
def versions_of_cuda() -> frozenset[str]:
    """Those of them whose version is that of CUDA."""
    return frozenset(
        name for row in rows("accelerators", "native") if row.flag("is_cuda_itself") for name in row.texts("names")
    )


@lru_cache
def gpu_places() -> tuple[GpuPlace, ...]:
    """Every kind of file in which people ask for a GPU."""
    return tuple(
        GpuPlace(row.texts("files"), re.compile(row.text("pattern"), re.MULTILINE), row.why)
        for row in rows("accelerators", "place")
    )
