"""What is in an image: libraries that are missing, and files that should not be there."""

from collections.abc import Iterator
from typing import cast

from dockerize_ml.dockerfile.ignore import Ignore
from dockerize_ml.engine.check import Check
from dockerize_ml.engine.client import Client
from dockerize_ml.engine.in_image import look_inside
from dockerize_ml.engine.layers import LayerFiles, layers
from dockerize_ml.engine.session import Session
from dockerize_ml.knowledge.ignore import ignored_topics
from dockerize_ml.knowledge.image_leftovers import left_caches, left_tools, system_folders
from dockerize_ml.knowledge.libraries import library_owner, optional_libraries, plugin_patterns

_LIBRARIES = "every shared library is there"
_SECRETS = "no secret is in the image"
_CACHES = "no package cache is in the image"
_TOOLS = "no build tool is in the image"
_NO_PYTHON = "`python` does not run in the image"
# Base images bring a few megabytes of their own.
_MUCH_CACHE = 10_000_000
_MOST_SHOWN = 5
_SHOWN_INSTRUCTION = 60


def image_checks(session: Session, image: str, release: str = "bookworm") -> Iterator[Check]:
    """Look into an image without starting its program.

    Args:
        session: what is started for it belongs to this.
        image: where to look.
        release: the Debian release whose package names are told.
    """
    yield from _libraries(session, image, release)
    yield from _left_in_layers(session.client, image)


def missing_libraries(session: Session, image: str) -> dict[str, list[str]]:
    """The shared libraries that packages of an image ask for and that it lacks, each with the files that ask."""
    return _wanted(look_inside(session, image, "shared_libraries"))


def _wanted(told: object) -> dict[str, list[str]]:
    missing = cast("dict[str, list[str]]", told["missing"]) if isinstance(told, dict) else {}
    plugin = Ignore.parse("\n".join(plugin_patterns()))
    asking = {name: [path for path in paths if not plugin.matches(path.lstrip("/"))] for name, paths in missing.items()}
    return {name: paths for name, paths in asking.items() if paths and name not in optional_libraries()}


def _libraries(session: Session, image: str, release: str) -> Iterator[Check]:
    told = look_inside(session, image, "shared_libraries")
    if not isinstance(told, dict):
        yield Check(_LIBRARIES, "skipped", _NO_PYTHON)
        return
    wanted = _wanted(told)
    if not wanted:
        yield Check(_LIBRARIES, "ok", f"{told['checked']} files")
    for name, paths in sorted(wanted.items()):
        owner = library_owner(name, release)
        hint = f'Install `{owner}`: `--fix` adds it, or apt-packages = ["{owner}"] in the settings.' if owner else ""
        yield Check(_LIBRARIES, "failed", f"{paths[0]} asks for {name}", hint=hint)


def _left_in_layers(client: Client, image: str) -> Iterator[Check]:
    """Secrets, caches and build tools in any layer, deleted later or not."""
    found = layers(client, image)
    yield _secrets(found)
    yield from _caches(found)
    yield _tools(found)


def _secrets(found: tuple[LayerFiles, ...]) -> Check:
    system = Ignore.parse("\n".join(system_folders()))
    secret = Ignore.parse("\n".join(next(topic.patterns for topic in ignored_topics() if topic.name == "secrets")))
    files = [
        f"/{path} ({layer.instruction[:_SHOWN_INSTRUCTION]})"
        for layer in found
        for path in layer.files
        if secret.matches(path) and not system.matches(path)
    ]
    if not files:
        return Check(_SECRETS, "ok", f"{len(found)} layers, {sum(len(layer.files) for layer in found)} files")
    hint = "Leave it out by .dockerignore and mount it when the container is started; then change the secret."
    return Check(_SECRETS, "failed", ", ".join(files[:_MOST_SHOWN]), hint=hint)


def _caches(found: tuple[LayerFiles, ...]) -> Iterator[Check]:
    big = False
    for cache in left_caches():
        inside = Ignore.parse("\n".join(cache.patterns))
        for layer in found:
            size = sum(size for path, size in layer.files.items() if inside.matches(path))
            if size > _MUCH_CACHE:
                big = True
                detail = f"{cache.name} in the layer of {layer.instruction[:_SHOWN_INSTRUCTION]}"
                yield Check(_CACHES, "failed", detail, f"{size / 1e6:.0f} MB", hint=cache.remedy)
    if not big:
        yield Check(_CACHES, "ok")


def _tools(found: tuple[LayerFiles, ...]) -> Check:
    here = [
        f"{tool.name} (/{path})"
        for tool in left_tools()
        if (path := next(_matching(found, Ignore.parse("\n".join(tool.patterns))), None))
    ]
    if not here:
        return Check(_TOOLS, "ok")
    hint = "Install in a build stage and copy the result: `dockerize-ml init` writes it so."
    return Check(_TOOLS, "warning", ", ".join(here), hint=hint)


def _matching(found: tuple[LayerFiles, ...], pattern: Ignore) -> Iterator[str]:
    return (path for layer in found for path in layer.files if pattern.matches(path))
