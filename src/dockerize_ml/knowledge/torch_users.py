"""Which distributions bring PyTorch along."""

import re
from collections.abc import Mapping
from functools import lru_cache

from dockerize_ml.knowledge.table import rows


@lru_cache
def torch_family() -> frozenset[str]:
    """Those of them that PyTorch's own index has, in builds for each device."""
    return frozenset(name for row in rows("torch_users", "family") for name in row.texts("names"))


@lru_cache
def only_for_gpus() -> re.Pattern[str]:
    """Matches the distributions that the builds for GPUs bring and those for processors do not."""
    return re.compile("|".join(row.text("pattern") for row in rows("torch_users", "gpu_part")))


@lru_cache
def gpu_libraries() -> re.Pattern[str]:
    """Matches the distributions of CUDA itself."""
    return re.compile("|".join(row.text("pattern") for row in rows("torch_users", "gpu_library")))


@lru_cache
def gpu_compilers() -> Mapping[str, frozenset[str]]:
    """Those that PyTorch asks for with a GPU only, each with the distributions that take them themselves."""
    return {row.text("name"): frozenset(row.texts("users")) for row in rows("torch_users", "gpu_compiler")}


@lru_cache
def torch_users() -> frozenset[str]:
    """Normalised names, PyTorch's own included."""
    return frozenset(name for row in rows("torch_users", "distribution") for name in row.texts("names"))
