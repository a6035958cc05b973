"""``poetry.lock``: what Poetry resolved."""

from dockerize_ml.manifests.line_of import Lines
from dockerize_ml.manifests.locked import locked, packages
from dockerize_ml.manifests.poetry_version import to_pep440
from dockerize_ml.manifests.registry import reader
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.project.masking import masked
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project
from dockerize_ml.project.shape import below, mapping, text, texts
from dockerize_ml.project.toml_reading import read_toml


@reader("poetry-lock", files=("poetry.lock",), precedence=11, is_lock=True)
def read_poetry_lock(project: Project, path: str) -> Manifest | None:
    """Every package that Poetry locked, with the group that needs it where the file tells."""
    content = project.text(path)
    data = read_toml(content, shown=path)
    constraint = text(below(data, "metadata", "python-versions"))
    return Manifest(
        path=path,
        format="poetry-lock",
        manager="poetry",
        requirements=tuple(
            locked(table, at, group=_group(table), url=_url(mapping(table.get("source"))))
            for table, at in packages(data, content, path)
        ),
        python=(to_pep440(constraint), Place(path, Lines(content).of_key("metadata", "python-versions")))
        if constraint.strip(" *")
        else None,
        locks=True,
    )


def _group(table: dict[str, object]) -> str:
    """Poetry 2 lists groups, Poetry 1.4 and before had a category, between them the file did not tell."""
    groups = texts(table.get("groups"))
    if table.get("optional") is True:
        return "optional"
    if groups:
        return "" if "main" in groups else groups[0]
    return "dev" if table.get("category") == "dev" else ""


def _url(source: dict[str, object]) -> str:
    address, reference = text(source.get("url")), text(source.get("resolved_reference"))
    match source.get("type"):
        case "git":
            return masked(f"git+{address}{f'@{reference}' if reference else ''}")
        case "url" | "directory" | "file":
            return masked(address)
        case _:
            return ""
