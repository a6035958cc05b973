"""Whether a distribution is installed in a version before another one."""

from collections.abc import Mapping

from packaging.version import InvalidVersion, Version


def is_below(versions: Mapping[str, str], distribution: str, below: str) -> bool:
    """Whether it is.

    Args:
        versions: the exact versions that are installed, by the names of their distributions.
        distribution: its name.
        below: the other version.
    """
    try:
        return Version(versions[distribution]) < Version(below)
    except (KeyError, InvalidVersion):
        return False
