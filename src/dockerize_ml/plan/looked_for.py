"""Files of a whole machine that installed packages look for, made where a slim image lacks them."""

from collections.abc import Iterator, Mapping

from dockerize_ml.knowledge.machine_files import machine_files
from dockerize_ml.plan.model import Run, Step


def looked_for(versions: Mapping[str, str]) -> Iterator[Step]:
    """The steps that make them, empty.

    Args:
        versions: the exact versions that are installed, by the names of their distributions.
    """
    for file in machine_files():
        if file.is_looked_for(versions):
            yield Run(words=("touch", file.path), why=(file.why,))
