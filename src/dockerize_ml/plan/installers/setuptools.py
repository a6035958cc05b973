"""Projects whose only list of dependencies is setup.py or setup.cfg: only setuptools itself can read all of it."""

from collections.abc import Iterator

from dockerize_ml.plan.installers.registry import Job, installer
from dockerize_ml.plan.model import Copy, Install, Step, Workdir


@installer("setup-py", "setup-cfg", "setuptools")
def setuptools(job: Job) -> Iterator[Step]:
    """The project as a package, which brings its dependencies."""
    yield Workdir(path=job.workdir)
    yield Copy(
        sources=(job.folder,),
        target="./",
        why=(f"{job.manifest.path} is a program: it needs the source beside it to tell the dependencies.",),
    )
    yield Install(
        installer=job.settings.installer,
        packages=(".", *job.added),
        editable=job.is_compiled or bool(job.left_behind),
        variables=job.version,
        cache_mount=job.settings.cache == "mount",
        why=("A requirements.txt or pyproject.toml would keep this layer cached when only the source changes.",),
    )
