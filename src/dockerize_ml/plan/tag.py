"""The name of a project's image; loaded by commands that need nothing else of a plan."""

import re


def tag_for(name: str) -> str:
    """A name that Docker takes as a repository."""
    tidy = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    return tidy or "app"
