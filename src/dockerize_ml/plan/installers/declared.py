"""What no installer reads as a file: imports, and the lists of ML tools. The requirements are written out."""

from collections.abc import Iterator

from dockerize_ml.manifests.requirement import Requirement
from dockerize_ml.plan.installers.registry import Job, installer
from dockerize_ml.plan.model import Install, Step


@installer("imports", "script", "mlmodel", "bentofile", "cog", "space", "none")
def declared(job: Job) -> Iterator[Step]:
    """The requirements one by one, in the file's order."""
    words = tuple(dict.fromkeys(_written(each) for each in job.manifest.requirements if not each.group))
    told = "The source imports these" if job.manifest.format == "imports" else f"{job.manifest.path} asks for these"
    yield Install(
        installer=job.settings.installer,
        packages=(*words, *job.added),
        cache_mount=job.settings.cache == "mount",
        why=(f"{told}; a lock file would pin their versions.",),
    )


def _written(requirement: Requirement) -> str:
    """The requirement as an installer takes it on its command line."""
    extras = f"[{','.join(requirement.extras)}]" if requirement.extras else ""
    source = f" @ {requirement.url}" if requirement.url and requirement.name else requirement.url
    marker = f" ; {requirement.marker}" if requirement.marker else ""
    return f"{requirement.name}{extras}{source or requirement.specifier}{marker}"
