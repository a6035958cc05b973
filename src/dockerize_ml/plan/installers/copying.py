"""The files that installing needs, copied before the source so that they alone decide what is installed anew."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from dockerize_ml.plan.installers.registry import SOURCE, Job
from dockerize_ml.plan.model import Copy, Step, Workdir
from dockerize_ml.plan.reasons import listed


def copied(job: Job) -> Iterator[Step]:
    """One COPY for each folder, so that ``-r`` and ``-c`` find their files where they are in the project."""
    yield Workdir(path=SOURCE)
    # What stands in a folder is copied into it, and a folder's name is not kept by COPY.
    places = {file: file if file in job.folders else str(PurePosixPath(file).parent) for file in job.files}
    for number, folder in enumerate(sorted(set(places.values()))):
        inside = tuple(file for file, place in places.items() if place == folder)
        why = (_reason(job.files),) if number == 0 else ()
        yield Copy(sources=inside, target=f"{folder}/" if folder != "." else "./", why=why)
    if job.folder != ".":
        yield Workdir(path=job.workdir)


def _reason(files: tuple[str, ...]) -> str:
    if "." in files:
        return f"The source comes before the packages, because {files[0]} installs it as one of them."
    changes = "it changes" if len(files) == 1 else "one of them changes"
    return f"{listed(files)} first: the installed packages stay cached until {changes}."
