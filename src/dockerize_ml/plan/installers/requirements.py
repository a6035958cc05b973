"""Requirements files, and pyproject.toml without a lock: both are what ``pip install`` and ``uv pip install`` take."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from dockerize_ml.knowledge.build_tools import in_place_since
from dockerize_ml.plan.installers.copying import copied
from dockerize_ml.plan.installers.registry import Job, installer
from dockerize_ml.plan.model import Install, Step, WithoutLines

# Options that uv warns of and does not heed where they stand in a file.
_ONLY_PIP = frozenset({"--pre", "--trusted-host"})
_USABLE = "requirements.linux.txt"


@installer("requirements", "pylock")
def requirements(job: Job) -> Iterator[Step]:
    """The file itself, without the lines that nothing on Linux can install."""
    yield from copied(job)
    name = PurePosixPath(job.manifest.path).name
    unusable = [line for line in job.manifest.unusable if line.at.path == job.manifest.path]
    if unusable:
        yield WithoutLines(
            file=name,
            lines=tuple(dict.fromkeys(line.text for line in unusable)),
            result=_USABLE,
            why=tuple(f"{line.text} ({line.at}) is left out: {line.reason}" for line in unusable),
        )
    replaced = tuple(dict.fromkeys(line.replacement for line in unusable if line.replacement))
    added = (*replaced, *job.added)
    named = [each for each in job.manifest.requirements if not each.url]
    is_hashed = bool(named) and all(each.hashes for each in named)
    options = {option for option, _ in job.manifest.options}
    passed_over = sorted(options & _ONLY_PIP)
    program = "pip" if passed_over else job.settings.installer
    dated = job.dated(program)
    install = Install(
        installer=program,
        files=(_USABLE if unusable else name,),
        packages=() if is_hashed else added,
        cache_mount=job.settings.cache == "mount",
        require_hashes=is_hashed,
        exclude_newer=dated.day,
        newer=tuple(_newer(job, dated.day)),
        best_of_indexes="--extra-index-url" in options,
        why=(
            *(f"pip, because uv passes over {option} in {job.manifest.path}." for option in passed_over),
            *dated.why,
        ),
    )
    yield install
    if is_hashed and added:
        # Nothing vouches for what is added, and one file with hashes asks for those of all.
        yield Install(installer=install.installer, packages=added, cache_mount=install.cache_mount)


def _newer(job: Job, day: str | None) -> Iterator[tuple[str, str]]:
    """What has to be newer than the project's time: that which installs a folder in place."""
    since = in_place_since().isoformat()
    if day and day < since and any(each.editable for each in job.manifest.requirements):
        yield "setuptools", since


@installer("pyproject", "pip")
def pyproject(job: Job) -> Iterator[Step]:
    """The dependencies that pyproject.toml declares; the project itself comes later, as source."""
    yield from copied(job)
    dated = job.dated("uv")
    yield Install(
        # pip can install a project, but not the dependencies of one alone.
        installer="uv",
        files=(PurePosixPath(job.manifest.path).name,),
        packages=job.added,
        cache_mount=job.settings.cache == "mount",
        exclude_newer=dated.day,
        why=dated.why,
    )
