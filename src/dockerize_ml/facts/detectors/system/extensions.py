"""The compiler for what the project itself is made of."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.own_package import own_package
from dockerize_ml.facts.detectors.system.need import Need

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey


def own_extensions(survey: "Survey") -> Iterator[Need]:
    """What a ``setup.py`` compiles when the project is installed."""
    package = own_package(survey)
    if package is not None and package.compiled is not None:
        reason = "g++: the project has extensions to compile"
        yield Need("g++", replace(package.compiled, reason=reason), is_runtime=False)
