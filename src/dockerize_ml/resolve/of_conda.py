"""Environments of conda's that the index of Python can give as well, so that they can be locked and need no conda."""

from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.facts.needed_imports import needed_imports
from dockerize_ml.knowledge.imports import imports_of
from dockerize_ml.manifests.conda_names import is_only_in_conda
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.project.project import Project
from dockerize_ml.resolve.model import Failure, Lock


def why_only_conda(manifest: Manifest, inspection: Inspection) -> str:
    """Why an environment is left to conda; empty where the index may have all of it.

    Args:
        manifest: conda's file.
        inspection: what was found in the project.
    """
    if manifest.format != "conda":
        return f"{manifest.path} is conda's own lock"
    only = next((one for one in manifest.native if is_only_in_conda(one.name)), None)
    if only is not None:
        return f"{manifest.path} asks for {only.name}, which only conda has"
    if manifest.variables:
        return f"{manifest.path} sets variables, which conda's environment brings along"
    if inspection.facts.accelerator.value == "cuda":
        return f"{manifest.path} takes what its GPU needs from conda"
    return ""


def whole(project: Project, inspection: Inspection, made: Lock | Failure) -> Lock | Failure:
    """The lock; or that it cannot stand for an environment of conda's, since it is without something that conda has.

    An export names what came along with something else, too: of that only what the program imports has to be there.

    Args:
        project: whose program.
        inspection: what was found in it, and what was locked.
        made: what came of it.
    """
    manifest = inspection.manifest
    wanted = {one.name for one in manifest.requirements if one.conda} if manifest else set[str]()
    if isinstance(made, Failure) or manifest is None:
        return made
    lost = [each for each in made.repairs if each.kind == "dropped" and each.name in wanted]
    imported = needed_imports(project, inspection).keys() if lost and manifest.locks else None
    dropped = next((each for each in lost if imported is None or not imported.isdisjoint(imports_of(each.name))), None)
    if dropped is None:
        return made
    return Failure(f"The index has no {dropped.old}, which {manifest.path} takes from conda: conda makes it.")
