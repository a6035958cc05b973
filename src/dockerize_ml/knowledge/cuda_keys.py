"""Images whose key for NVIDIA's apt repository has been replaced since they were built."""

import re

from dockerize_ml.knowledge.table import rows

_VERSION = re.compile(r"(?P<minor>\d+\.\d+)(?:\.(?P<patch>\d+))?")


def has_expired_key(name: str, tag: str) -> bool:
    """Whether ``name:tag`` has NVIDIA's apt repository with the old key."""
    for row in rows("cuda_keys", "image"):
        if row.text("name") == name and re.fullmatch(row.text("tags"), tag):
            return _is_older(tag, row.texts("last"))
    return False


def _is_older(tag: str, last: tuple[str, ...]) -> bool:
    version = _numbers(tag)
    same = next((known for known in map(_numbers, last) if known[:2] == version[:2]), None)
    return version <= same if same else version < min(map(_numbers, last))


def _numbers(text: str) -> tuple[int, ...]:
    found = _VERSION.match(text)
    if found is None:
        return (0,)
    major, minor = found["minor"].split(".")
    return int(major), int(minor), int(found["patch"] or 0)
