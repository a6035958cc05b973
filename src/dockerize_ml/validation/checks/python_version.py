"""Whether the base image's Python is one that the project allows."""

import re
from collections.abc import Iterator

from dockerize_ml.engine.check import Check
from dockerize_ml.manifests.read import read_manifests
from dockerize_ml.validation.registry import Looked, Subject, project_check
from dockerize_ml.validation.stage import StageView

_NAME = "the image's Python suits the project"
_TAG = re.compile(r"(?:.*python)?(?P<version>3(?:\.\d+){1,2})(?:[-.].*|(?:rc|a|b)\d+.*)?")


@project_check(_NAME)
def python_version(subject: Subject, looked: Looked) -> Iterator[Check]:
    """The version in the base image's tag against `requires-python` and its like."""
    view = StageView.last(subject.dockerfile)
    version = _version(view) if view else None
    if version is None:
        yield Check(_NAME, "skipped", "the base image's name does not tell its Python")
        return
    asked = list(_asked(looked))
    fitting = looked.inspection.facts.python.value
    for allowed, place in asked:
        if not _is_allowed(version, allowed):
            hint = f"Start from `python:{fitting}-slim`." if fitting else ""
            yield Check(_NAME, "failed", f"{version} is not in `{allowed}` ({place})", hint=hint)
            return
    told = ", ".join(f"`{allowed}`" for allowed, _ in asked)
    yield Check(_NAME, "ok", f"{version} is in {told}" if told else f"{version}; no file asks for another")


def _asked(looked: Looked) -> Iterator[tuple[str, str]]:
    """What the manifests beside the program say, each with its place."""
    chosen = looked.inspection.manifest
    folders = {"", chosen.path.rpartition("/")[0] if chosen else ""}
    for manifest in read_manifests(looked.project):
        if manifest.python is not None and manifest.path.rpartition("/")[0] in folders:
            allowed, at = manifest.python
            yield allowed, f"{at.path}:{at.line}" if at.line else at.path


def _version(view: StageView) -> str | None:
    tag = view.base.tag or ""
    found = _TAG.fullmatch(tag) if "python" in f"{view.base.repository}:{tag}" else None
    return found["version"] if found else None


def _is_allowed(version: str, allowed: str) -> bool:
    """Whether the specifier takes it; a tag without a patch level stands for the newest, which we do not know."""
    from packaging.specifiers import SpecifierSet  # noqa: PLC0415 - heavy

    specifiers = SpecifierSet(allowed)
    if version.count(".") > 1:
        return specifiers.contains(version, prereleases=True)
    return any(specifiers.contains(f"{version}.{patch}", prereleases=True) for patch in range(40))
