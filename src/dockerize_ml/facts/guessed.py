"""Imports as requirements, without names that no table knows and that the program can do without."""

from dataclasses import replace

from dockerize_ml.facts.survey import Survey
from dockerize_ml.knowledge.imports import distribution_of, is_listed
from dockerize_ml.manifests.requirement import Manifest


def without_strangers(manifest: Manifest | None, survey: Survey) -> Manifest | None:
    """The manifest that the image is built from; what a table names, or the program surely loads, stays in it.

    Args:
        manifest: the chosen one.
        survey: whose program is settled.
    """
    if manifest is None or manifest.format != "imports":
        return manifest
    needed = {distribution_of(module) for module in survey.source.external_imports(survey.needed_files)}
    kept = [one for one in manifest.requirements if one.kind != "imported" or is_listed(one.name) or one.name in needed]
    return replace(manifest, requirements=tuple(kept))
