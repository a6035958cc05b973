"""Which Debian package brings a program that code calls by its name."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dockerize_ml.knowledge.debian import package_name
from dockerize_ml.knowledge.table import rows


@dataclass(frozen=True, slots=True)
class Program:
    """A program by the name it is called with, and its package in bookworm."""

    name: str
    package: str
    why: str
    source: str
    checked: date


def program_owner(program: str, release: str = "bookworm") -> str | None:
    """The Debian package with ``program`` (``tesseract`` → ``tesseract-ocr``).

    None for what every slim image has (``tar``), what Debian has not (``nvidia-smi``), and what is unknown.
    """
    known = programs().get(program)
    if known is None:
        return None
    return package_name(known.package, release) or None


@lru_cache
def is_vain(program: str, argument: str) -> bool:
    """Whether a call tells nothing inside an image: ``git rev-parse HEAD`` without a checkout."""
    return any(
        row.text("program") == program and argument in row.texts("arguments") for row in rows("programs", "vain")
    )


@lru_cache
def programs() -> dict[str, Program]:
    """Every program that the table has, by name."""
    return {
        program: Program(program, row.text("name"), row.why, row.source, row.checked)
        for row in rows("programs", "package")
        for program in row.texts("programs")
    }
