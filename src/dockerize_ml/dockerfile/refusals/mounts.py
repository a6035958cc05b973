"""RUN --mount: its options."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from posixpath import normpath
from typing import TYPE_CHECKING

from dockerize_ml.dockerfile.directives import BOOLEANS
from dockerize_ml.dockerfile.nodes import Problem
from dockerize_ml.dockerfile.refusals.copied import refused_source
from dockerize_ml.dockerfile.refusals.suggestion import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.dockerfile.nodes import Flag, Instruction
    from dockerize_ml.dockerfile.refusals.context import Context

TYPES = ("bind", "cache", "secret", "ssh", "tmpfs")
SHARING = ("shared", "private", "locked")

_CANONICAL = {"src": "source", "dst": "target", "destination": "target", "ro": "readonly", "rw": "readwrite"}
_KEYS = (
    "type", "from", "source", "src", "target", "dst", "destination", "readonly", "ro", "readwrite", "rw", "required",
    "size", "id", "sharing", "mode", "uid", "gid", "env",
)  # fmt: skip
_ONLY_FOR = {"required": ("secret", "ssh"), "size": ("tmpfs",)}
_WITH_OWNER = ("secret", "ssh", "cache")
_WITH_TARGET = ("bind", "cache", "tmpfs")
_SHAPES = {
    "size": re.compile(r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+) ?(?:[kmgtpKMGTP]?[iI]?[bB]?)"),
    "mode": re.compile(r"[0-7]{1,11}"),
    "uid": re.compile(r"[0-9]{1,10}"),
    "gid": re.compile(r"[0-9]{1,10}"),
}
_FIELD = re.compile(r'(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<plain>[^",]*))(?=,|\Z)')
_VARIABLE = re.compile(r"\$.", re.DOTALL)


class _BadMountError(ValueError):
    """An option that BuildKit refuses: the reason, and what to do."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


@dataclass(slots=True)
class _Mount:
    """The options so far; ``unknown`` once one of them hangs on a variable that only the build knows."""

    kind: str = "bind"
    options: dict[str, str] = field(default_factory=dict)
    unknown: bool = False


def refused_mounts(instruction: Instruction, context: Context) -> Iterator[Problem]:
    """Say what is wrong with the mounts of a RUN."""
    for flag in instruction.flags:
        if flag.name == "mount" and flag.value is not None:
            yield from _refused(instruction, flag, flag.value, context)


def _refused(instruction: Instruction, flag: Flag, written: str, context: Context) -> Iterator[Problem]:
    mount = _Mount()
    try:
        for option in _split(written):
            _read(option, mount, context)
        _check(mount)
        if mount.kind in _WITH_TARGET and not mount.unknown:
            _check_target(mount.options.get("target", ""), context)
    except _BadMountError as error:
        yield Problem(error.reason, error.hint, flag.span)
        return
    if name := mount.options.get("from"):
        yield from refused_source(instruction, flag, name, context)


def _split(written: str) -> list[str]:
    if not written:
        raise _BadMountError("`--mount` has no options", "Write `--mount=type=cache,target=/root/.cache`.")
    if '"' not in written:
        return written.split(",")
    options: list[str] = []
    at = -1
    while at < len(written):
        match = _FIELD.match(written, at + 1)
        if match is None:
            raise _BadMountError("the quotes of `--mount` cannot be read", 'Quote whole options: `"target=/a,b"`.')
        options.append(match["plain"] if match["plain"] is not None else match["quoted"].replace('""', '"'))
        at = match.end()
    return options


def _read(option: str, mount: _Mount, context: Context) -> None:
    written_key, equals, written = option.partition("=")
    key = written_key.lower()
    if key == "from" and _VARIABLE.search(written):
        hint = "Give the image a stage of its own: `FROM $IMAGE AS source` takes variables."
        raise _BadMountError("`from` of a mount takes no variables", hint)
    value = context.settled(written) if equals else "true"
    if not equals and key not in ("readonly", "ro", "readwrite", "rw", "required"):
        raise _BadMountError(f"`{option}` has no `=`", "Options are written `key=value`, with commas between.")
    _check_key(key, mount)
    if value is None:
        mount.unknown = True
        return
    _check_value(_CANONICAL.get(key, key), value)
    if key == "type":
        mount.kind = value.lower()
    mount.options[_CANONICAL.get(key, key)] = value


def _check_key(key: str, mount: _Mount) -> None:
    if key not in _KEYS:
        meant = nearest(key, _KEYS)
        raise _BadMountError(
            f"a mount has no option `{key}`", f"Did you mean `{meant}`?" if meant else f"It takes {', '.join(_KEYS)}."
        )
    kinds = _ONLY_FOR.get(key)
    if kinds is not None and mount.kind not in kinds and not mount.unknown:
        raise _BadMountError(f"`{key}` is not for mounts of type {mount.kind}", "`type` has to come before it.")


def _check_value(key: str, value: str) -> None:
    if key == "type" and value.lower() not in TYPES:
        raise _BadMountError(f"`{value}` is no type of mount", f"Choose from {', '.join(TYPES)}.")
    if key == "sharing" and value.lower() not in SHARING:
        raise _BadMountError(f"`{value}` is no way to share a cache", f"Choose from {', '.join(SHARING)}.")
    if key in ("readonly", "readwrite", "required") and value not in BOOLEANS:
        raise _BadMountError(f"`{key}={value}` is neither true nor false", f"Write `{key}`.")
    shape = _SHAPES.get(key)
    if shape is not None and not shape.fullmatch(value):
        raise _BadMountError(f"`{value}` cannot be `{key}`", "Write a number.")


def _check(mount: _Mount) -> None:
    if mount.unknown:
        return
    options = mount.options
    owner = [key for key in ("mode", "uid", "gid") if key in options]
    if owner and mount.kind not in _WITH_OWNER:
        raise _BadMountError(f"`{owner[0]}` is not for mounts of type {mount.kind}", "Remove it.")
    if "sharing" in options and mount.kind != "cache":
        raise _BadMountError(f"`sharing` is not for mounts of type {mount.kind}", "Only caches are shared.")
    if mount.kind == "secret":
        _check_secret(options)


def _check_target(target: str, context: Context) -> None:
    nowhere = not target.startswith("/") and normpath(f"/{target}").strip("/") == ""
    # Without a WORKDIR the base image's counts, which is hardly ever meant to vanish under a mount.
    if target == "/" or (nowhere and not context.has_workdir):
        raise _BadMountError("the mount has no target of its own", "Add `target=` and a folder other than `/`.")


def _check_secret(options: dict[str, str]) -> None:
    if options.get("from"):
        raise _BadMountError("a secret comes from no stage", "Remove `from=`.")
    if not any(options.get(key) for key in ("source", "target", "id")):
        raise _BadMountError("the secret has no name", "Add `id=` and the name that the build gives it.")
    if options.get("source") and options.get("id"):
        raise _BadMountError("the secret has both `source` and `id`", "Keep `id`.")
