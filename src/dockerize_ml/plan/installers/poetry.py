"""Poetry projects."""

from collections.abc import Iterator

from dockerize_ml.plan.installers.copying import copied
from dockerize_ml.plan.installers.declared import declared
from dockerize_ml.plan.installers.registry import Job, installer
from dockerize_ml.plan.installers.tool import tool
from dockerize_ml.plan.locked_builds import exchanges
from dockerize_ml.plan.model import Install, Lines, Run, Step

_EXPORTED = "requirements.poetry.txt"
_EXCLUDED = "/tmp/excluded.txt"  # noqa: S108  # of the build, where nobody else is


@installer("poetry", "poetry-lock")
def poetry(job: Job) -> Iterator[Step]:
    """The main group of the lock file; the declared requirements where there is none, which needs no Poetry.

    Poetry only tells what the lock has. It would install that one by one, it leaves no single package out, and it
    asks for what not every index answers: https://python-poetry.org/docs/repositories/#pypi
    """
    if not job.has("poetry.lock"):
        yield from declared(job)
        return
    yield tool("poetry", job)
    yield from copied(job)
    is_uv, is_mounted = job.settings.installer == "uv", job.settings.cache == "mount"
    # pip takes either a hash of everything or of nothing, and a repository has none.
    unhashed = not is_uv and any(each.url for each in job.locked)
    yield Run(
        words=("poetry", "export", "--output", _EXPORTED, *(("--without-hashes",) if unhashed else ())),
        why=("What the lock has for the program, in exact versions; developers' packages are not among it.",),
    )
    apart = tuple(exchanges(job)) if is_uv else ()
    if apart:
        yield Lines(file=_EXCLUDED, lines=tuple(name for each in apart for name in each.left_out))
    yield Install(
        installer=job.settings.installer,
        files=(_EXPORTED,),
        excludes=_EXCLUDED if apart else None,
        cache_mount=is_mounted,
        only_these=True,
        best_of_indexes=bool(job.manifest.options),
    )
    yield from (each.install for each in apart)
    if job.added:
        yield Install(installer=job.settings.installer, packages=job.added, cache_mount=is_mounted)
