"""``pyproject.toml`` as every tool writes it: PEP 621, Poetry, PDM, Hatch, Flit, uv and setuptools."""

from collections.abc import Iterator

from dockerize_ml.manifests.line_of import Lines
from dockerize_ml.manifests.manager import manager_of
from dockerize_ml.manifests.pixi import pixi_entries
from dockerize_ml.manifests.poetry import poetry_entries, poetry_python
from dockerize_ml.manifests.pyproject_file import PyprojectFile
from dockerize_ml.manifests.registry import reader
from dockerize_ml.manifests.requirement import Manifest, Requirement, Unusable
from dockerize_ml.manifests.requirement_line import Entry, read_requirement
from dockerize_ml.project.masking import masked
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project
from dockerize_ml.project.shape import below, mapping, sequence, text, texts
from dockerize_ml.project.toml_reading import read_toml


@reader("pyproject", files=("pyproject.toml",), precedence=20)
def read_pyproject(project: Project, path: str) -> Manifest | None:
    """What a project declares about itself; nothing where the file only configures tools."""
    content = project.text(path)
    data = read_toml(content, shown=path)
    poetry = mapping(below(data, "tool", "poetry"))
    flit = mapping(below(data, "tool", "flit", "metadata"))
    if not (data.get("project") or poetry.get("dependencies") or poetry.get("name") or flit):
        return None
    file = PyprojectFile(project, path, data, Lines(content))
    entries = [
        *file.standard_entries(),
        *poetry_entries(poetry, path, file.lines),
        *_flit(flit, file),
        *file.group_entries(),
        *pixi_entries(mapping(below(data, "tool", "pixi")), path, file.lines, "tool.pixi."),
    ]
    managed = manager_of(project, path, data)
    paths = [entry.url for entry in entries if isinstance(entry, Requirement) and entry.url and ":" not in entry.url]
    return Manifest(
        path=path,
        format="poetry" if managed.manager == "poetry" else "pyproject",
        manager=managed.manager,
        requirements=tuple(entry for entry in entries if isinstance(entry, Requirement)),
        unusable=tuple(entry for entry in entries if isinstance(entry, Unusable)),
        python=_python(data, flit, file) or poetry_python(poetry, path, file.lines),
        includes=tuple(dict.fromkeys([*([managed.lock] if managed.lock else []), *file.includes, *paths])),
        scripts=dict(_scripts(data)),
        options=tuple(_indexes(data)),
        locks=managed.lock is not None,
    )


def _flit(flit: dict[str, object], file: PyprojectFile) -> Iterator[Entry]:
    """What Flit had before PEP 621."""
    for requirement in texts(flit.get("requires")):
        yield from read_requirement(
            requirement, Place(file.path, file.lines.of_text("tool.flit.metadata", requirement))
        )


def _python(data: dict[str, object], flit: dict[str, object], file: PyprojectFile) -> tuple[str, Place] | None:
    for section, table in (("project", mapping(data.get("project"))), ("tool.flit.metadata", flit)):
        constraint = text(table.get("requires-python"))
        if constraint:
            return constraint, Place(file.path, file.lines.of_key(section, "requires-python"))
    return None


def _scripts(data: dict[str, object]) -> Iterator[tuple[str, str]]:
    declared = (
        ("project", "scripts"),
        ("project", "gui-scripts"),
        ("project", "entry-points", "console_scripts"),
        ("tool", "poetry", "scripts"),
        ("tool", "flit", "scripts"),
    )
    for keys in declared:
        for name, value in mapping(below(data, *keys)).items():
            table = mapping(value)
            target = text(value) or text(table.get("reference")) or text(table.get("callable"))
            if target:
                yield name, target


def _indexes(data: dict[str, object]) -> Iterator[tuple[str, str]]:
    """Indexes beside the usual one, as pip's options."""
    tools = mapping(data.get("tool"))
    tables = (below(tools, "uv", "index"), below(tools, "poetry", "source"), below(tools, "pdm", "source"))
    for table in (mapping(table) for declared in tables for table in sequence(declared)):
        is_first = table.get("default") is True or text(table.get("priority")) in {"default", "primary"}
        if text(table.get("url")):
            yield ("--index-url" if is_first else "--extra-index-url"), masked(text(table.get("url")))
    for key in ("index-url", "extra-index-url", "find-links"):
        yield from ((f"--{key}", masked(value)) for value in texts(below(tools, "uv", key)))
