"""Which Debian package brings a header."""

from functools import lru_cache

from dockerize_ml.knowledge.table import rows


def header_owner(header: str) -> str | None:
    """The Debian package with ``header`` (``openssl/ssl.h`` → ``libssl-dev``); None where none is known."""
    return _owners().get(header)


@lru_cache
def _owners() -> dict[str, str]:
    return {header: row.text("name") for row in rows("headers", "package") for header in row.texts("headers")}
