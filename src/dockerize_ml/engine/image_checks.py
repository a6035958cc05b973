"""What is in an image: libraries that are missing, and files that should not be there."""

from collections.abc import Iterator
from typing import cast

from dockerize_ml.dockerfile.ignore import Ignore
from dockerize_ml.engine.check import Check
from dockerize_ml.engine.client import Client
from dockerize_ml.engine.in_image import look_inside
from dockerize_ml.knowledge.ignore import ignored_topics
from dockerize_ml.knowledge.libraries import library_owner, optional_libraries

_LIBRARIES = "every shared library is there"
_SECRETS = "no secret is in the image"
_CACHES = "no package cache is in the image"
_NO_PYTHON = "`python` does not run in the image"
# Base images bring a few megabytes of their own.
_MUCH_CACHE = 10_000_000


def image_checks(client: Client, image: str, release: str = "bookworm") -> Iterator[Check]:
    """Look inside an image without starting its program.

    Args:
        client: the engine.
        image: where to look.
        release: the Debian release whose package names are told.
    """
    yield from _libraries(client, image, release)
    yield from _leftovers(client, image)


def _libraries(client: Client, image: str, release: str) -> Iterator[Check]:
    told = look_inside(client, image, "shared_libraries")
    if not isinstance(told, dict):
        yield Check(_LIBRARIES, "skipped", _NO_PYTHON)
        return
    missing = cast("dict[str, list[str]]", told["missing"])  # printed by our own program
    wanted = {name: paths for name, paths in missing.items() if name not in optional_libraries()}
    if not wanted:
        yield Check(_LIBRARIES, "ok", f"{told['checked']} files")
    for name, paths in sorted(wanted.items()):
        owner = library_owner(name, release)
        hint = f'Install `{owner}`: apt-packages = ["{owner}"] in the settings, or apt-get.' if owner else ""
        yield Check(_LIBRARIES, "failed", f"{paths[0]} asks for {name}", hint=hint)


def _leftovers(client: Client, image: str) -> Iterator[Check]:
    told = look_inside(client, image, "leftovers")
    if not isinstance(told, dict):
        yield Check(_SECRETS, "skipped", _NO_PYTHON)
        return
    patterns = next(topic.patterns for topic in ignored_topics() if topic.name == "secrets")
    secret = Ignore.parse("\n".join(patterns))
    found = [path for path in cast("list[str]", told["files"]) if secret.matches(path.lstrip("/"))]
    if found:
        hint = "Leave it out by .dockerignore and mount it when the container is started; then change the secret."
        yield Check(_SECRETS, "failed", ", ".join(found[:5]), hint=hint)
    else:
        yield Check(_SECRETS, "ok")
    caches = {path: size for path, size in cast("dict[str, int]", told["caches"]).items() if size > _MUCH_CACHE}
    if not caches:
        yield Check(_CACHES, "ok")
    for path, size in caches.items():
        yield Check(_CACHES, "failed", path, f"{size / 1e6:.0f} MB", hint="Remove it in the RUN that fills it.")
