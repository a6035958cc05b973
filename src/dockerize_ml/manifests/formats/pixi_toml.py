"""``pixi.toml``: packages of conda and of the index, which pixi installs."""

from dockerize_ml.manifests.line_of import Lines
from dockerize_ml.manifests.pixi import pixi_entries, pixi_natives
from dockerize_ml.manifests.registry import reader
from dockerize_ml.manifests.requirement import Manifest, Requirement, Unusable
from dockerize_ml.project.project import Project
from dockerize_ml.project.toml_reading import read_toml


@reader("pixi", files=("pixi.toml",), precedence=39)
def read_pixi(project: Project, path: str) -> Manifest | None:
    """The default environment of a pixi workspace, as far as pip can install it."""
    content = project.text(path)
    data = read_toml(content, shown=path)
    lines = Lines(content)
    entries = [*pixi_entries(data, path, lines)]
    natives = tuple(pixi_natives(data, path, lines))
    if not (entries or natives):
        return None
    return Manifest(
        path=path,
        format="pixi",
        manager="pip",
        requirements=tuple(entry for entry in entries if isinstance(entry, Requirement)),
        unusable=tuple(entry for entry in entries if isinstance(entry, Unusable)),
        native=natives,
    )
