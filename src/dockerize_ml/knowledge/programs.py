"""Programs that code calls, and the Debian packages that hold them."""

from functools import lru_cache

from dockerize_ml.knowledge.table import rows


@lru_cache
def package_of_program(name: str) -> str | None:
    """The Debian package that has the program, or None where slim images have it or we do not know it."""
    return next((row.text("package") for row in rows("programs", "program") if name in row.texts("names")), None)


@lru_cache
def is_vain(program: str, argument: str) -> bool:
    """Whether the call tells nothing inside an image: ``git rev-parse HEAD`` without a checkout."""
    return any(
        row.text("program") == program and argument in row.texts("arguments") for row in rows("programs", "vain")
    )
