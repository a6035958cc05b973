"""Turn the tables with which Poetry, uv, PDM and Pipenv point at sources into addresses."""

import posixpath

from dockerize_ml.project.masking import masked
from dockerize_ml.project.shape import text


def git_url(table: dict[str, object]) -> str:
    """``{git = "https://…", tag = "v1"}`` as pip writes it: ``git+https://…@v1``; empty for other tables."""
    repository = text(table.get("git"))
    if not repository:
        return ""
    # ``git@host:owner/name`` is what ssh understands; pip wants it as an address.
    if "://" not in repository and "@" in repository:
        repository = f"ssh://{repository.replace(':', '/', 1)}"
    reference = next((text(table[key]) for key in ("rev", "tag", "branch", "ref") if text(table.get(key))), "")
    folder = text(table.get("subdirectory"))
    scheme = "" if repository.startswith("git+") else "git+"
    return masked(
        f"{scheme}{repository}{f'@{reference}' if reference else ''}{f'#subdirectory={folder}' if folder else ''}"
    )


def local_path(table: dict[str, object], declared_in: str) -> str:
    """``{path = "../lib"}`` relative to the project's root; empty for other tables."""
    path = text(table.get("path"))
    if not path:
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(declared_in), path))
