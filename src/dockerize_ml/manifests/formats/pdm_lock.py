"""``pdm.lock``: what PDM resolved."""

from dockerize_ml.manifests.line_of import Lines
from dockerize_ml.manifests.locked import locked, packages
from dockerize_ml.manifests.registry import reader
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project
from dockerize_ml.project.shape import mapping, sequence, text, texts
from dockerize_ml.project.toml_reading import read_toml


@reader("pdm-lock", files=("pdm.lock",), precedence=12, is_lock=True)
def read_pdm_lock(project: Project, path: str) -> Manifest | None:
    """Every package that PDM locked, with the group that needs it."""
    content = project.text(path)
    data = read_toml(content, shown=path)
    targets = [mapping(one) for one in sequence(mapping(data.get("metadata")).get("targets"))]
    constraint = next((text(one.get("requires_python")) for one in targets if text(one.get("requires_python"))), "")
    return Manifest(
        path=path,
        format="pdm-lock",
        manager="pdm",
        requirements=tuple(
            locked(table, at, group=_group(texts(table.get("groups")))) for table, at in packages(data, content, path)
        ),
        python=(constraint, Place(path, Lines(content).of_text("metadata.targets", "requires_python")))
        if constraint
        else None,
        locks=True,
    )


def _group(groups: list[str]) -> str:
    return "" if not groups or "default" in groups else groups[0]
