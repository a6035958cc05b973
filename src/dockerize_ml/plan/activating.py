"""Variables that a shell would have: what activating a conda environment sets, and what an example of its file has."""

from collections.abc import Iterator

from dockerize_ml.config import Settings
from dockerize_ml.facts.model import Facts
from dockerize_ml.facts.outside import Outside
from dockerize_ml.knowledge.conda_activation import activations
from dockerize_ml.knowledge.gpu import cuda_need
from dockerize_ml.knowledge.secret_names import is_secret
from dockerize_ml.manifests.conda_spec import conda_name
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.plan.conda_cuda import conda_cuda
from dockerize_ml.plan.installers.registry import VENV
from dockerize_ml.plan.model import Environment, Note
from dockerize_ml.plan.reasons import at, listed


def activated(manifest: Manifest, facts: Facts) -> Iterator[Environment]:
    """The variables, each group with its reason; none where conda has no part in it."""
    if facts.manager.value != "conda":
        return
    own = tuple(pair for pair in manifest.variables if not is_secret(pair[0]))
    if own:
        yield Environment(variables=own, why=(f"What {manifest.path} sets for its environment.",))
    yield from _of_packages(manifest)
    loading = _loads_from_conda(manifest)
    if loading:
        told = f"{loading} comes from pip and looks for CUDA where the system has it; here conda has it."
        yield Environment(variables=(("LD_LIBRARY_PATH", f"{VENV}/lib"),), why=(told,))


def as_sampled(outside: Outside, settings: Settings) -> Iterator[Environment]:
    """What the program does not start without, as an example of its environment has it."""
    taken = [each for each in outside.samples if each.name not in settings.env]
    if taken:
        places = listed(f"{each.name} ({at(each.evidence)})" for each in taken)
        told = f"The program does not start without {places}; whoever runs the image may set it otherwise."
        yield Environment(variables=tuple((each.name, each.value) for each in taken), why=(told,))


def notes_on_variables(manifest: Manifest) -> Iterator[Note]:
    """Variables that no image may hold."""
    for name, _ in manifest.variables:
        if is_secret(name):
            yield Note(
                text=f"{manifest.path} sets {name}, which looks like a secret: it is not written into the image.",
                hint=f"Give it to the container: `docker run --env {name}`.",
            )


def _of_packages(manifest: Manifest) -> Iterator[Environment]:
    names = {conda_name(each) for each in (*manifest.requirements, *manifest.native) if each.conda}
    for row in activations():
        if not names.isdisjoint(row.names):
            yield Environment(variables=((row.variable, row.value.format(prefix=VENV)),), why=(row.why,))


def _loads_from_conda(manifest: Manifest) -> str:
    """A package of pip that loads CUDA from outside, where conda's packages have it."""
    if not conda_cuda(manifest):
        return ""
    of_pip = (each for each in manifest.requirements if not each.conda)
    needs = ((each, cuda_need(each.name, each.version)) for each in of_pip)
    return next((each.name for each, need in needs if need is not None and not need.bundled), "")
