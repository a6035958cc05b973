"""PDM projects."""

from collections.abc import Iterator

from dockerize_ml.plan.installers.copying import copied
from dockerize_ml.plan.installers.registry import Job, installer
from dockerize_ml.plan.installers.requirements import pyproject
from dockerize_ml.plan.installers.tool import tool
from dockerize_ml.plan.locked_builds import installed_again
from dockerize_ml.plan.model import Install, Run, Step


@installer("pdm", "pdm-lock")
def pdm(job: Job) -> Iterator[Step]:
    """The lock file exactly, without developers' groups; what only pyproject.toml says where there is no lock."""
    if not job.has("pdm.lock"):
        yield from pyproject(job)
        return
    yield tool("pdm", job)
    yield from copied(job)
    yield Run(
        words=("pdm", "sync", "--prod", "--no-self", "--no-editable"), why=("What pdm.lock says and nothing else.",)
    )
    yield from installed_again(job)
    if job.added:
        yield Install(installer=job.settings.installer, packages=job.added)
