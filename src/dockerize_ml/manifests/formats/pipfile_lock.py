"""``Pipfile.lock``: what pipenv resolved."""

import json
import re
from collections.abc import Iterator

from dockerize_ml.errors import ManifestError
from dockerize_ml.manifests.interpreter import named_interpreter
from dockerize_ml.manifests.names import canonical
from dockerize_ml.manifests.reference import git_url
from dockerize_ml.manifests.registry import reader
from dockerize_ml.manifests.requirement import Manifest, Requirement
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project
from dockerize_ml.project.shape import below, mapping, text, texts

_ENTRY = re.compile(r"\s*\"(?P<name>[^\"]+)\"\s*:\s*\{")


@reader("pipfile-lock", files=("Pipfile.lock",), precedence=14, is_lock=True)
def read_pipfile_lock(project: Project, path: str) -> Manifest | None:
    """Every package that pipenv locked."""
    content = project.text(path)
    try:
        data = mapping(json.loads(content))
    except (ValueError, RecursionError) as trouble:
        raise ManifestError(
            path=path, reason=f"`{path}` is not valid JSON.", hint="Write it anew with `pipenv lock`."
        ) from trouble
    version = text(below(data, "_meta", "requires", "python_version"))
    return Manifest(
        path=path,
        format="pipfile-lock",
        manager="pipenv",
        requirements=tuple(_locked(data, content, path)),
        python=named_interpreter(version, Place(path)),
        locks=True,
    )


def _locked(data: dict[str, object], content: str, path: str) -> Iterator[Requirement]:
    matches = ((number, _ENTRY.match(line)) for number, line in enumerate(content.split("\n"), 1))
    lines = {found["name"]: number for number, found in matches if found}
    for section, group in (("default", ""), ("develop", "dev")):
        for name, declared in mapping(data.get(section)).items():
            table = mapping(declared)
            yield Requirement(
                name=canonical(name),
                specifier=text(table.get("version")),
                at=Place(path, lines.get(name)),
                extras=tuple(sorted(map(canonical, texts(table.get("extras"))))),
                marker=text(table.get("markers")),
                url=git_url(table) or text(table.get("path")) or text(table.get("file")),
                editable=table.get("editable") is True,
                hashes=tuple(texts(table.get("hashes"))),
                group=group,
                kind="locked",
            )
