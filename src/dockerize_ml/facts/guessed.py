"""Imports as requirements, without names that are not meant, or that no table knows and the program can do without."""

from collections.abc import Iterator
from dataclasses import replace

from dockerize_ml.facts.named_modules import named_modules
from dockerize_ml.facts.source.imports import import_lines
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
    needed = {
        distribution_of(module) for module in (*survey.source.external_imports(survey.needed_files), *_shown(survey))
    }
    # A framework may mean another distribution by the name: that one is found where the text stands.
    named = tuple(named_modules(survey))
    others = {distribution_of(each.module) for each in named if each.is_known} - {each.distribution for each in named}
    kept = [
        one
        for one in manifest.requirements
        if one.kind != "imported" or (one.name not in others and (is_listed(one.name) or one.name in needed))
    ]
    return replace(manifest, requirements=tuple(kept))


def _shown(survey: Survey) -> Iterator[str]:
    """What a notebook imports, where it is the program."""
    file = survey.program.file if survey.program else ""
    notebook = survey.project.notebook(file) if file.endswith(".ipynb") else None
    if notebook is not None:
        yield from (line.module.partition(".")[0] for line in import_lines(notebook.source))
