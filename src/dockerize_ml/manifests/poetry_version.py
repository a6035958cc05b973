"""Turn Poetry's version constraints into those of PEP 440."""

import re

_PART = re.compile(r"(?P<operator>\^|~=|~|===?|!=|<=|>=|<|>)?\s*v?(?P<version>[0-9*][^\s,|]*)")
_RELEASE = re.compile(r"\d+(?:\.\d+)*")


def to_pep440(constraint: str) -> str:
    """``^1.2`` → ``>=1.2,<2``; of alternatives (``||``) the range that spans all of them."""
    alternatives = [_conjunction(part) for part in re.split(r"\|\|?", constraint)]
    return alternatives[0] if len(alternatives) == 1 else _span(alternatives)


def _conjunction(constraint: str) -> str:
    parts = (_one(found["operator"] or "", found["version"]) for found in _PART.finditer(constraint))
    return ",".join(part for part in parts if part)


def _one(operator: str, version: str) -> str:
    release = _RELEASE.match(version)
    if release is None:
        return ""
    if "*" in version and operator in {"", "==", "=", "!="}:
        return f"{operator or '=='}{release[0]}.*"
    version = _plain(version)
    numbers = [int(number) for number in release[0].split(".")]
    if operator == "^":
        return f">={version},<{_next(numbers, _caret_index(numbers))}"
    if operator == "~":
        return f">={version},<{_next(numbers, min(1, len(numbers) - 1))}"
    return f"{operator or '=='}{version}"


def _caret_index(numbers: list[int]) -> int:
    """Which number may not grow: the first that is not zero, or the last one."""
    return next((index for index, number in enumerate(numbers) if number), len(numbers) - 1)


def _next(numbers: list[int], index: int) -> str:
    return ".".join(map(str, [*numbers[:index], numbers[index] + 1]))


def _plain(version: str) -> str:
    """The version as PEP 440 writes it: ``2.0.0-alpha.1`` → ``2.0.0a1``."""
    from packaging.version import InvalidVersion, Version  # noqa: PLC0415 - start-up time

    release = _RELEASE.match(version)
    try:
        parsed = Version(version.replace(".*", ""))
    except InvalidVersion:
        return release[0] if release else "0"
    # A version as short as it was written says what the author said.
    return version if version == parsed.base_version or re.fullmatch(r"[\d.]+", version) else str(parsed)


def _span(alternatives: list[str]) -> str:
    """The lowest of the lower bounds and the highest of the upper ones; nothing where an alternative has none."""
    lower = [_bound(alternative, (">=", ">", "==")) for alternative in alternatives]
    upper = [_bound(alternative, ("<", "<=", "==")) for alternative in alternatives]
    ends = []
    if None not in lower:
        ends.append(min((bound for bound in lower if bound), key=_order))
    if None not in upper:
        ends.append(max((bound for bound in upper if bound), key=_order))
    return ",".join(end.replace("==", sign) for end, sign in zip(ends, (">=", "<="), strict=False)).replace(".*", "")


def _bound(conjunction: str, operators: tuple[str, ...]) -> str | None:
    return next((part for part in conjunction.split(",") if part.startswith(operators)), None)


def _order(bound: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", bound))
