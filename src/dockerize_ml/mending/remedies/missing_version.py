"""A version that the index does not have: the nearest one of the project's time, or the newest."""

from collections.abc import Iterator

from packaging.requirements import InvalidRequirement, Requirement

from dockerize_ml.engine.diagnosis import Diagnosis
from dockerize_ml.manifests.lock_header import NAME as LOCK
from dockerize_ml.manifests.names import canonical
from dockerize_ml.mending.change import Change
from dockerize_ml.mending.registry import Situation, remedy


@remedy("missing-version")
def missing_version(diagnosis: Diagnosis, situation: Situation) -> Iterator[Change]:
    """A lock finds the nearest where there is none yet; else the newest that there was at the project's time."""
    if not situation.project.exists(LOCK):
        yield Change("as-of", ("auto",), f"{diagnosis.meaning} The requirements are locked to versions that there are.")
    try:
        wanted = Requirement(diagnosis.words["wanted"].rstrip(".,;"))
    except InvalidRequirement:
        return
    history = situation.history
    newest = history.release(canonical(wanted.name), history.as_of or history.today)
    if newest is not None and not wanted.specifier.contains(newest.version, prereleases=True):
        extras = f"[{','.join(sorted(wanted.extras))}]" if wanted.extras else ""
        why = f"{diagnosis.meaning} {newest.version} is the newest there was at the project's time."
        yield Change("requirements", (f"{canonical(wanted.name)}{extras}=={newest.version}",), why)
