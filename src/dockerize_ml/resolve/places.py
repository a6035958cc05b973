"""Where a project takes packages from besides the usual index, or instead of it."""

import json
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from dockerize_ml.knowledge.mirrors import is_mirror
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.project.project import Project

_OPTIONS = frozenset({"--index-url", "--extra-index-url", "--find-links", "--no-index"})
# Formats whose tools take a package from the first of their indexes that has it.
_FIRST_OF = frozenset({"pyproject", "poetry", "pipfile"})
# The index that everybody uses, and PyTorch's own, which is taken care of.
_USUAL = re.compile(r"//(?:www\.)?pypi(?:\.python)?\.org\b|\bpytorch\.org\b")
# A user's name or a variable is a matter of whoever installs: neither uv nor the lock gets to see it.
_ADDRESS = re.compile(r"https?://[^\s@$\"'\\]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Places:
    """They, as pip's options have them.

    Attributes:
        options: names and values, in their order.
        root: the project's folder, which folders of wheels are in.
        is_dated: whether the project's own indexes tell when a file came; what tells no day is never too new.
        is_best: whether the best version of all counts, wherever it is, as for pip; else the project's own index goes
            before the usual one, so that nobody else's package of the same name is ever taken.
    """

    options: tuple[tuple[str, str], ...] = ()
    root: Path = Path()
    is_dated: bool = True
    is_best: bool = True

    @property
    def is_instead(self) -> bool:
        """Whether the usual index has no part in it."""
        return any(name in {"--index-url", "--no-index"} for name, _ in self.options)

    @property
    def without_mirrors(self) -> "Places":
        """They without the copies of the usual index, which has the same."""
        return replace(self, options=tuple((name, value) for name, value in self.options if not is_mirror(value)))

    @property
    def names(self) -> str:
        """The addresses, to be told."""
        return ", ".join(value for _, value in self.options if value)

    @property
    def lines(self) -> tuple[str, ...]:
        """They as they stand in a requirements file."""
        return tuple(f"{name} {value}".strip() for name, value in self.options)

    @property
    def settings(self) -> str:
        """They as uv's settings, the plain ones before the tables."""
        return "".join((*self._plain(), *self._indexes()))

    def _plain(self) -> Iterator[str]:
        if ("--no-index", "") in self.options:
            yield "no-index = true\n"
        links = [self._absolute(value) for name, value in self.options if name == "--find-links"]
        if links:
            yield f"find-links = {json.dumps(links)}\n"
        if self.options and self.is_best:
            yield 'index-strategy = "unsafe-best-match"\n'

    def _indexes(self) -> Iterator[str]:
        day = "" if self.is_dated else "exclude-newer = false\n"
        for name, value in self.options:
            if name in {"--index-url", "--extra-index-url"}:
                default = "default = true\n" if name == "--index-url" else ""
                yield f"[[index]]\nurl = {json.dumps(value)}\n{default}{day}"

    def _absolute(self, value: str) -> str:
        return value if _ADDRESS.fullmatch(value) else str((self.root / value).resolve())


NOWHERE_ELSE = Places()


def places_of(project: Project, manifest: Manifest) -> Places | str:
    """The places that a manifest names, or why they cannot be asked."""
    own = [(name, value) for name, value in manifest.options if name in _OPTIONS and not _USUAL.search(value)]
    is_first = manifest.format in _FIRST_OF and all(name == "--extra-index-url" for name, _ in own)
    if manifest.format != "requirements" and not is_first:
        own = [(name, value) for name, value in own if not is_mirror(value)]
    if own and manifest.format != "requirements" and not is_first:
        return f"{manifest.path} takes packages from a place of its own"
    for name, value in own:
        if name == "--find-links" and posixpath.normpath(value) in project.folders:
            continue
        if name != "--no-index" and not _ADDRESS.fullmatch(value):
            what = "a place of its own, whose address has a password or a variable in it"
            return f"{manifest.path} takes packages from {what if '@' in value or '$' in value else value}"
    return Places(tuple(dict.fromkeys(own)), project.root, is_best=not is_first)
