"""Pipenv projects."""

from collections.abc import Iterator

from dockerize_ml.plan.installers.copying import copied
from dockerize_ml.plan.installers.registry import Job, installer
from dockerize_ml.plan.installers.tool import tool
from dockerize_ml.plan.locked_builds import installed_again
from dockerize_ml.plan.model import Install, Run, Step


@installer("pipenv")
def pipenv(job: Job) -> Iterator[Step]:
    """The lock file with its hashes; without one, what the Pipfile says on the day of the build."""
    yield tool("pipenv", job)
    yield from copied(job)
    words = ("sync",) if job.has("Pipfile.lock") else ("install", "--skip-lock")
    yield Run(words=("pipenv", *words), why=("Into the active virtual environment, without developers' packages.",))
    yield from installed_again(job)
    if job.added:
        yield Install(installer=job.settings.installer, packages=job.added)
