"""The labels that an image gets: what it is, its version and its commit, as far as the folder tells."""

from collections.abc import Iterator, Sequence
from pathlib import Path

_PREFIX = "org.opencontainers.image."


def labels_of(folder: Path, said: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Names and values; the user's own word wins, and what the Dockerfile labels itself is left to it.

    Nothing in it changes from build to build, so that the same folder gives the same image.

    Args:
        folder: the project.
        said: ``NAME=VALUE`` of the user.

    Raises:
        UsageError: one of them is no such pair.
        ProjectError: the Dockerfile cannot be read.
    """
    from dockerize_ml import pipeline

    own = {pair.key.value for each in pipeline.parsed_dockerfile(folder).instructions for pair in each.pairs}
    found = {name: value for name, value in _found(folder) if name not in own}
    return tuple({**found, **dict(_pair(text) for text in said)}.items())


def _found(folder: Path) -> Iterator[tuple[str, str]]:
    from dockerize_ml.commands.image import tag_of
    from dockerize_ml.project.last_commit import head

    yield f"{_PREFIX}title", tag_of(folder)
    version = _version(folder)
    if version:
        yield f"{_PREFIX}version", version
    commit = head(folder)
    if commit:
        yield f"{_PREFIX}revision", commit


def _version(folder: Path) -> str:
    """The version that pyproject.toml states."""
    import tomllib

    from dockerize_ml.errors import ProjectError
    from dockerize_ml.project.reading import read_text

    try:
        told = tomllib.loads(read_text(folder / "pyproject.toml", shown="pyproject.toml", limit=5_000_000))
    except (ProjectError, tomllib.TOMLDecodeError):
        return ""
    project = told.get("project")
    version = project.get("version") if isinstance(project, dict) else None
    return version if isinstance(version, str) else ""


def _pair(text: str) -> tuple[str, str]:
    from dockerize_ml.errors import UsageError

    name, equals, value = text.partition("=")
    if not name or not equals:
        raise UsageError(reason=f"`--label {text}` is no NAME=VALUE.", hint="Write `--label maintainer=me`.")
    return name, value
