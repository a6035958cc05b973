"""The interpreter that a file names."""

import re

from dockerize_ml.project.place import Place

_VERSION = re.compile(r"(?:python-?)?(?P<version>\d+(?:\.\d+){0,2})(?:\.\*)?\s*")


def named_interpreter(version: str, at: Place) -> tuple[str, Place] | None:
    """What a bare version asks for: ``3.10`` any 3.10, ``3.10.4`` just that; None where it is no version."""
    found = _VERSION.fullmatch(version.strip())
    if found is None:
        return None
    number = found["version"]
    return f"=={number}" if number.count(".") == 2 else f"=={number}.*", at
