"""Names of distributions as indexes compare them."""

import re

_SEPARATORS = re.compile(r"[-_.]+")
_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,200}[A-Za-z0-9])?")


def canonical(name: str) -> str:
    """The name as PEP 503 has it: ``Scikit_Learn`` → ``scikit-learn``."""
    return _SEPARATORS.sub("-", name).lower()


def distribution(requirement: str) -> str:
    """The normalised name that a requirement begins with: ``OpenAI[datalib]<1`` → ``openai``."""
    found = _NAME.match(requirement)
    return canonical(found[0]) if found else ""


def is_name(text: str) -> bool:
    """Whether a text can be the name of a distribution."""
    return _NAME.fullmatch(text) is not None


def extras_in(text: str) -> tuple[str, ...]:
    """The extras between brackets, normalised and sorted: ``Z_z, b`` → ``b``, ``z-z``."""
    return tuple(sorted({canonical(part.strip()) for part in text.split(",") if part.strip()}))
