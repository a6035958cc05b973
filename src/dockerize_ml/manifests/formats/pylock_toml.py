"""``pylock.toml`` (PEP 751): the lock file that every tool may write."""

import re

from dockerize_ml.manifests.line_of import Lines
from dockerize_ml.manifests.locked import locked, packages
from dockerize_ml.manifests.registry import reader
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.project.masking import masked
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project
from dockerize_ml.project.shape import mapping, text
from dockerize_ml.project.toml_reading import read_toml

_NAME = re.compile(r"(?:.*/)?pylock(?:\.[^./]+)?\.toml")


@reader("pylock", files=lambda path: _NAME.fullmatch(path) is not None, suffixes=("toml",), precedence=13, is_lock=True)
def read_pylock(project: Project, path: str) -> Manifest | None:
    """Every package of a standard lock file, which pip and uv install from."""
    content = project.text(path)
    data = read_toml(content, shown=path)
    constraint = text(data.get("requires-python"))
    return Manifest(
        path=path,
        format="pylock",
        manager="uv" if text(data.get("created-by")) == "uv" else "pip",
        requirements=tuple(
            locked(table, at, url=_url(table)) for table, at in packages(data, content, path, key="packages")
        ),
        python=(constraint, Place(path, Lines(content).of_text("", "requires-python"))) if constraint else None,
        locks=True,
    )


def _url(table: dict[str, object]) -> str:
    repository = mapping(table.get("vcs"))
    if text(repository.get("url")):
        commit = text(repository.get("commit-id"))
        return masked(
            f"{text(repository.get('type')) or 'git'}+{text(repository.get('url'))}{f'@{commit}' if commit else ''}"
        )
    archive, folder = mapping(table.get("archive")), mapping(table.get("directory"))
    return masked(text(archive.get("url")) or text(archive.get("path")) or text(folder.get("path")))
