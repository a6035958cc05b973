"""An image reference taken apart: ``registry/path:tag@digest``."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Image:
    """An image as FROM, ``COPY --from`` or a mount names it; parts may hold variables.

    Attributes:
        text: the whole reference.
        registry: the host, or None for Docker Hub.
        path: what is between registry and tag.
        tag: what follows the colon, or None.
        digest: what follows the ``@``, or None.
    """

    text: str
    registry: str | None
    path: str
    tag: str | None
    digest: str | None

    @property
    def is_variable(self) -> bool:
        """Whether a variable decides which image it is."""
        return self.text.startswith("$")


_BRACED = re.compile(r"\$\{[^}]*\}")


def read_image(text: str) -> Image:
    """Take a reference apart; what stands in ``${…}`` is one piece."""
    masked = _BRACED.sub(lambda match: "$" * len(match[0]), text)
    at = masked.find("@")
    name = masked if at < 0 else masked[:at]
    colon = name.rfind(":")
    if colon <= name.rfind("/"):
        colon = len(name)
    slash = name.find("/", 0, colon)
    host = name[:slash] if slash > 0 else ""
    has_host = host == "localhost" or "." in host or ":" in host
    return Image(
        text=text,
        registry=text[:slash] if has_host else None,
        path=text[slash + 1 if has_host else 0 : colon],
        tag=text[colon + 1 : len(name)] or None,
        digest=None if at < 0 else text[at + 1 :],
    )
