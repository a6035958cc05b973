"""The compiler, the headers and the libraries for what a lock of ours has no wheel for."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.system.need import RELEASE, Need
from dockerize_ml.facts.model import Evidence
from dockerize_ml.knowledge.debian import debian_packages

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey

_WITH_GXX = frozenset({"g++", "gcc", "libc6-dev"})


def compiled(survey: "Survey") -> Iterator[Need]:
    """``g++`` brings ``gcc`` and the C library's headers; Python's own are in the image."""
    manifest = survey.manifest
    if manifest is None or manifest.from_source is None or not manifest.from_source.native:
        return
    names = sorted(manifest.from_source.names)
    native = ", ".join(sorted(manifest.from_source.native))
    yield Need("g++", Evidence(path=manifest.path, reason=f"g++: {native} has no wheel"), is_runtime=False)
    if manifest.from_source.openmp:
        threaded = ", ".join(sorted(manifest.from_source.openmp))
        yield Need("libgomp1", Evidence(path=manifest.path, reason=f"libgomp1: {threaded} uses OpenMP"))
    versions = {each.name: each.version for each in manifest.requirements}
    wanted: dict[tuple[str, bool], list[str]] = {}
    for name in names:
        needs = debian_packages(name, versions.get(name), RELEASE)
        for package in needs.source_build if needs else ():
            wanted.setdefault((package, False), []).append(name)
        for package in needs.source_runtime if needs else ():
            wanted.setdefault((package, True), []).append(name)
    for (package, is_runtime), users in wanted.items():
        if package not in _WITH_GXX:
            why = Evidence(path=manifest.path, reason=f"{package}: {', '.join(users)} has no wheel")
            yield Need(package, why, is_runtime=is_runtime)
