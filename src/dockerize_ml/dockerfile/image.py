"""Image references: ``registry:5000/namespace/name:tag@sha256:…``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

DOCKER_HUB = "docker.io"
_OLD_DOCKER_HUB = "index.docker.io"
_LONGEST_NAME = 255

_COMPONENT = r"[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*"
_LABEL = r"(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])"
_HOST = rf"(?:{_LABEL}(?:\.{_LABEL})*|\[[a-fA-F0-9:]+\])(?::[0-9]+)?"
_NAME = re.compile(rf"(?:{_HOST}/)?{_COMPONENT}(?:/{_COMPONENT})*")
_TAG = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}")
_DIGEST = re.compile(r"sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128}")
_IDENTIFIER = re.compile(r"[a-f0-9]{64}")


class ImageReference(NamedTuple):
    """The parts of an image reference as it is written.

    Attributes:
        written: the whole text.
        registry: the host, or None where Docker Hub is meant.
        repository: the path, without the ``library/`` that Docker Hub adds.
        tag: behind ``:``, or None.
        digest: behind ``@``, or None.
        variables: whether there are variables in it, so that the parts are only as good as their names.
        problem: why the engine would refuse it, or None. A reference with variables is given the benefit of the doubt.
    """

    written: str
    registry: str | None
    repository: str
    tag: str | None
    digest: str | None
    variables: bool
    problem: str | None

    @classmethod
    @lru_cache(maxsize=256)
    def parse(cls, text: str) -> ImageReference:
        """Take a reference apart, however broken; a dozen rules ask about each."""
        variables = "$" in text
        rest, at, digest = text.partition("@") if not variables else _outside_braces(text, "@")
        rest, colon, tag = _tagged(rest, variables=variables)
        registry, repository = _split_registry(rest)
        parts = (registry, repository, tag if colon else None, digest if at else None)
        return cls(text, *parts, variables, None if variables else _problem(rest, *parts))

    @property
    def valid(self) -> bool:
        """Whether the engine would take it."""
        return self.problem is None

    @property
    def name(self) -> str:
        """Registry and repository, as written: ``ghcr.io/owner/image``."""
        return f"{self.registry}/{self.repository}" if self.registry else self.repository

    @property
    def familiar(self) -> str:
        """The repository as one names it: ``docker.io/library/python`` and ``library/python`` are ``python``."""
        if self.registry in (None, DOCKER_HUB, _OLD_DOCKER_HUB):
            return self.repository.removeprefix("library/")
        return self.name


def is_digest(text: str) -> bool:
    """Whether a text is a digest such as ``sha256:…`` of the right length."""
    return _DIGEST.fullmatch(text) is not None


def _outside_braces(text: str, mark: str) -> tuple[str, str, str]:
    """Cut at the first mark that is not inside ``${…}``."""
    depth = 0
    for index, char in enumerate(text):
        if char == mark and depth == 0:
            return text[:index], mark, text[index + 1 :]
        depth += (char == "{") - (char == "}" and depth > 0)
    return text, "", ""


def _tagged(text: str, *, variables: bool) -> tuple[str, str, str]:
    """Cut off the tag: behind the last colon, if no slash follows."""
    if not variables:
        head, colon, tag = text.rpartition(":")
        return (head, colon, tag) if colon and "/" not in tag else (text, "", "")
    path, slash, last = _last_part(text)
    name, colon, tag = _outside_braces(last, ":")
    return path + slash + name, colon, tag


def _last_part(text: str) -> tuple[str, str, str]:
    depth = 0
    for index in range(len(text) - 1, -1, -1):
        if text[index] == "/" and depth == 0:
            return text[:index], "/", text[index + 1 :]
        depth += (text[index] == "}") - (text[index] == "{" and depth > 0)
    return "", "", text


def _split_registry(name: str) -> tuple[str | None, str]:
    """The engine's rule: the first part is a host if it looks like one, or has an upper-case letter."""
    first, slash, rest = _outside_braces(name, "/")
    if not slash:
        return None, name
    if first.startswith("$"):
        return first, rest
    if "." in first or ":" in first or first == "localhost" or first.lower() != first:
        return first, rest
    return None, name


def _problem(name: str, registry: str | None, repository: str, tag: str | None, digest: str | None) -> str | None:
    if registry is None and _IDENTIFIER.fullmatch(name) and tag is None and digest is None:
        return "it is 64 hexadecimal digits, which could be an image's id"
    if repository.lower() != repository:
        return f"the repository name `{repository}` must be in lower case"
    if not _NAME.fullmatch(name):
        return f"`{name}` cannot be the name of an image"
    if tag is not None and not _TAG.fullmatch(tag):
        return f"`{tag}` cannot be a tag"
    if digest is not None and not is_digest(digest):
        return f"`{digest}` is not a digest"
    official = registry in (None, DOCKER_HUB, _OLD_DOCKER_HUB) and "/" not in repository
    return _length_problem(f"library/{repository}" if official else repository)


def _length_problem(path: str) -> str | None:
    return f"its name is longer than {_LONGEST_NAME} characters" if len(path) > _LONGEST_NAME else None
