"""Environments of conda's that the index of Python can give as well, so that they can be locked and need no conda."""

from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.manifests.conda_names import is_only_in_conda
from dockerize_ml.manifests.requirement import Manifest
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


def whole(manifest: Manifest | None, made: Lock | Failure) -> Lock | Failure:
    """The lock; or that it cannot stand for an environment of conda's, since it is without something that conda has.

    Args:
        manifest: what was locked; None where nothing was.
        made: what came of it.
    """
    wanted = {one.name for one in manifest.requirements if one.conda} if manifest else set[str]()
    if isinstance(made, Failure) or manifest is None:
        return made
    dropped = next((each for each in made.repairs if each.kind == "dropped" and each.name in wanted), None)
    if dropped is None:
        return made
    return Failure(f"The index has no {dropped.old}, which {manifest.path} takes from conda: conda makes it.")
