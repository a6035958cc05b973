"""A file's name as the tools that compare it with a repository's files have it."""

import os


def repository_path(file: str) -> str:
    """With forward slashes and without ``./`` before it."""
    plain = file.replace(os.sep, "/")
    while plain.startswith("./"):
        plain = plain[2:].lstrip("/")
    return plain
