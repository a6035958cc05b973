"""What the lock files of uv, Poetry and PDM have in common: a list of ``[[package]]`` tables."""

from collections.abc import Iterator
from itertools import zip_longest

from dockerize_ml.manifests.line_of import table_lines
from dockerize_ml.manifests.names import canonical
from dockerize_ml.manifests.reference import git_url
from dockerize_ml.manifests.requirement import Requirement
from dockerize_ml.project.masking import masked
from dockerize_ml.project.place import Place
from dockerize_ml.project.shape import mapping, sequence, text


def packages(
    data: dict[str, object], content: str, path: str, *, key: str = "package"
) -> Iterator[tuple[dict[str, object], Place]]:
    """Each locked package's table with its place."""
    tables = [mapping(table) for table in sequence(data.get(key))]
    for table, line in zip_longest(tables, list(table_lines(content, key))[: len(tables)]):
        if text(table.get("name")):
            yield table, Place(path, line)


def locked(table: dict[str, object], at: Place, *, group: str = "", url: str = "") -> Requirement:
    """The requirement that a locked package's table stands for."""
    version = text(table.get("version"))
    hashes = (text(mapping(file).get("hash")) for file in sequence(table.get("files")))
    return Requirement(
        name=canonical(text(table.get("name"))),
        specifier=f"=={version}" if version else "",
        at=at,
        marker=text(table.get("marker")) or text(table.get("markers")),
        url=url or git_url(table) or masked(text(table.get("url"))),
        hashes=tuple(one for one in hashes if one),
        group=group,
        kind="locked",
    )
