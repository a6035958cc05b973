"""Poetry projects."""

from collections.abc import Iterator

from dockerize_ml.plan.installers.copying import copied
from dockerize_ml.plan.installers.declared import declared
from dockerize_ml.plan.installers.registry import Job, installer
from dockerize_ml.plan.installers.tool import tool
from dockerize_ml.plan.locked_builds import installed_again
from dockerize_ml.plan.model import Install, Run, Step


@installer("poetry", "poetry-lock")
def poetry(job: Job) -> Iterator[Step]:
    """The main group of the lock file; the declared requirements where there is none, which needs no Poetry."""
    if not job.has("poetry.lock"):
        yield from declared(job)
        return
    yield tool("poetry", job)
    yield from copied(job)
    yield Run(
        words=("poetry", "install", "--only", "main", "--no-root", "--no-interaction"),
        why=("Into the active virtual environment: only what runs the program, not the project itself.",),
    )
    yield from installed_again(job)
    if job.added:
        yield Install(installer=job.settings.installer, packages=job.added)
