"""Conda environments, made by micromamba in the build stage; the image takes the folder over and needs no conda."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import PurePosixPath

from dockerize_ml.knowledge.build_tools import build_tool
from dockerize_ml.manifests.requirement import Unusable
from dockerize_ml.plan.conda_cuda import cuda_override
from dockerize_ml.plan.installers.copying import copied
from dockerize_ml.plan.installers.registry import VENV, Job, installer
from dockerize_ml.plan.model import Copy, Install, Mount, Run, Shell, Step, WithoutBuilds, WithoutLines
from dockerize_ml.plan.reasons import listed

_CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"
_CACHE = "/root/.mamba/pkgs"
_USABLE = "environment.linux.yml"
_CHANNEL = ("--channel", "conda-forge")
_MAMBA = ("micromamba makes conda environments; it stays in this stage, with the certificates that slim images lack.",)


@installer("conda")
def conda(job: Job) -> Iterator[Step]:
    """The environment file as far as Linux has what it names, or the lock as it is; Python itself comes from it."""
    tool = build_tool("micromamba").image
    yield Copy(sources=("/bin/micromamba",), target="/bin/", origin=tool, why=_MAMBA)
    yield Copy(sources=(_CERTIFICATES,), target=_CERTIFICATES, origin=tool)
    yield from copied(job)
    cleaned = tuple(_cleaned(job))
    yield from cleaned
    is_mounted = job.settings.cache == "mount"
    mounts = (Mount(kind="cache", target=_CACHE),) if is_mounted else ()
    # Else micromamba keeps its packages below its root prefix, whose place changed from release to release.
    variables = (("CONDA_PKGS_DIRS", _CACHE),) if is_mounted else ()
    override = cuda_override(job.manifest, job.facts)
    name = _USABLE if cleaned else PurePosixPath(job.manifest.path).name
    yield Run(
        variables=(*variables, *((("CONDA_OVERRIDE_CUDA", override.version),) if override else ())),
        words=("micromamba", "create", "--yes", "--prefix", VENV, "--file", name, *_channel(job), *_python(job)),
        mounts=mounts,
        why=(*_reasons(job), *((override.why,) if override else ())),
    )
    replaced = tuple(dict.fromkeys(line.replacement for line in job.manifest.unusable if line.replacement))
    if replaced:
        yield Install(installer="pip", packages=replaced)
    if job.added:
        words = ("micromamba", "install", "--yes", "--prefix", VENV, *_CHANNEL, *job.added)
        yield Run(variables=variables, words=words, mounts=mounts)


def _cleaned(job: Job) -> Iterator[Shell]:
    """Without what only other systems have, and without their builds of what all have."""
    manifest = job.manifest
    name = PurePosixPath(manifest.path).name
    unusable = [each for each in manifest.unusable if each.at.path == manifest.path and each.line]
    if unusable:
        lines = tuple(dict.fromkeys(each.line for each in unusable))
        yield WithoutLines(file=name, lines=lines, result=_USABLE, why=tuple(_left_out(unusable)))
    if manifest.foreign_build:
        told = f"Any build of a version will do: those in {name} are of another system ({manifest.foreign_build})."
        yield WithoutBuilds(file=_USABLE if unusable else name, result=_USABLE, why=(told,))


def _left_out(unusable: list[Unusable]) -> Iterator[str]:
    """One line for each reason, however many packages share it."""
    for reason, lines in groupby(sorted(unusable, key=lambda each: each.reason), key=lambda each: each.reason):
        names = (f"{each.text.partition('=')[0].strip()} ({each.at})" for each in lines)
        yield f"Left out: {listed(names)}. {reason}"


def _channel(job: Job) -> tuple[str, ...]:
    """Where packages come from when the file does not tell; micromamba knows no channel of its own."""
    return () if job.manifest.format != "conda" or _channels(job) else _CHANNEL


def _channels(job: Job) -> bool:
    return any(option == "--channel" and channel != "nodefaults" for option, channel in job.manifest.options)


def _python(job: Job) -> tuple[str, ...]:
    """The interpreter that everything else here was chosen for, where the file leaves its minor version open."""
    return (f"python={job.facts.python.value}",) if _leaves_python_open(job) else ()


def _leaves_python_open(job: Job) -> bool:
    if job.manifest.format != "conda":
        return False
    specifier = job.manifest.python[0] if job.manifest.python else ""
    return not specifier.startswith("==") or specifier.count(".") < 1 + specifier.endswith(".*")


def _reasons(job: Job) -> Iterator[str]:
    if _channel(job):
        yield f"{job.manifest.path} names no channel: conda-forge is free for everyone."
    if _leaves_python_open(job):
        yield f"{job.manifest.path} leaves Python's minor version open: it is settled here."
