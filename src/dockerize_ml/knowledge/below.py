"""Which of two versions is the older one."""

from collections.abc import Mapping


def is_before(version: str | None, other: str) -> bool:
    """Whether a version is known and older than another."""
    from packaging.version import InvalidVersion, Version  # noqa: PLC0415  # asked only where a version is known

    try:
        return bool(version) and Version(version or "") < Version(other)
    except InvalidVersion:
        return False


def is_below(versions: Mapping[str, str], distribution: str, below: str) -> bool:
    """Whether a distribution is installed in a version before another one.

    Args:
        versions: the exact versions that are installed, by the names of their distributions.
        distribution: its name.
        below: the other version.
    """
    return is_before(versions.get(distribution), below)
