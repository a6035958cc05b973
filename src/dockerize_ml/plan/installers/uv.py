"""uv projects."""

from collections.abc import Iterator

from dockerize_ml.plan.installers.copying import copied
from dockerize_ml.plan.installers.registry import Job, installer
from dockerize_ml.plan.installers.requirements import pyproject
from dockerize_ml.plan.locked_builds import exchanges
from dockerize_ml.plan.model import Install, Mount, Run, Step

_CACHE = "/root/.cache/uv"


@installer("uv")
def uv(job: Job) -> Iterator[Step]:
    """The lock file exactly, without the developers' groups; what only pyproject.toml says where there is no lock."""
    if not job.has("uv.lock"):
        yield from pyproject(job)
        return
    yield from copied(job)
    mounted = job.settings.cache == "mount"
    kept = ("--link-mode", "copy") if mounted else ("--no-cache",)
    apart = tuple(exchanges(job))
    left_out = (word for each in apart for name in each.left_out for word in ("--no-install-package", name))
    # Members of the workspace that it is built on are copied, and installed where they lie.
    itself = "--no-install-project" if job.folders else "--no-install-workspace"
    yield Run(
        words=("uv", "sync", "--frozen", "--active", "--no-dev", itself, *kept, *left_out),
        mounts=(Mount(kind="cache", target=_CACHE),) if mounted else (),
        why=("--frozen: what uv.lock says and nothing else.",),
    )
    yield from (each.install for each in apart)
    if job.added:
        yield Install(installer="uv", packages=job.added, cache_mount=mounted)
