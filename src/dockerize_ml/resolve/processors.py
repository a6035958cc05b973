"""The build for processors of a library that the index has twice: TensorFlow where nothing asks for a GPU."""

from dockerize_ml.knowledge.gpu import CpuBuild, cpu_build
from dockerize_ml.resolve.model import Ask, Locked, Question, Repair
from dockerize_ml.resolve.solve import Solver

# On other machines the wheels of the library itself have no CUDA.
_TWICE_ON = "x86_64"


def for_processors(solver: Solver, found: tuple[Locked, ...], question: Question) -> tuple[Locked, ...]:
    """The set with it, in the same version; where that cannot be had, or the user refuses it, as it was."""
    if question.accelerator != "cpu":
        return found
    names = {each.name for each in found}
    for package in found:
        build = cpu_build(package.name)
        if build is None or {package.name, build.replacement} & question.kept or build.replacement in names:
            continue
        if build.replaces(package.version) and _is_there(solver, package):
            found = _exchanged(solver, package, build) or found
    return found


def _is_there(solver: Solver, package: Locked) -> bool:
    return any(each.name == package.name for each in solver.machines.get(_TWICE_ON, ()))


def _exchanged(solver: Solver, package: Locked, build: CpuBuild) -> tuple[Locked, ...] | None:
    ask = next((ask for ask in solver.state.asks if ask.name == package.name), None)
    new = f"{build.replacement}=={package.version}"
    here = Ask(build.replacement, f"{new} ; platform_machine == '{_TWICE_ON}'", ask.at if ask else None)
    elsewhere = f"{package.pin} ; platform_machine != '{_TWICE_ON}'"
    better = solver.exchanged(here, elsewhere)
    if better is not None:
        reason = f"Nothing asks for a GPU; about {build.saved_megabytes} MB less to download."
        old = ask.text if ask else package.pin
        solver.state.repairs.append(Repair("replaced", package.name, old, new, reason, here.at))
    return better
