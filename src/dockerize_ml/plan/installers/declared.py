"""What no installer reads as a file: imports, and the lists of ML tools. The requirements are written out."""

from collections.abc import Iterator

from dockerize_ml.manifests.written import written
from dockerize_ml.plan.installers.registry import Job, installer
from dockerize_ml.plan.model import Install, Step


@installer("imports", "script", "mlmodel", "bentofile", "cog", "pixi", "space", "none")
def declared(job: Job) -> Iterator[Step]:
    """The requirements one by one, in the file's order."""
    words = tuple(dict.fromkeys(written(each) for each in job.manifest.requirements if not each.group))
    dated = job.dated(job.settings.installer)
    told = "The source imports these" if job.manifest.format == "imports" else f"{job.manifest.path} asks for these"
    yield Install(
        installer=job.settings.installer,
        packages=(*words, *job.added),
        cache_mount=job.settings.cache == "mount",
        exclude_newer=dated.day,
        why=(f"{told}; a lock file would pin their versions.", *dated.why),
    )
