"""``environment.yml`` and ``conda.yaml``: packages of conda, and of pip inside them."""

import re
from collections.abc import Iterator

from dockerize_ml.manifests.conda_names import distribution_for, why_not_linux
from dockerize_ml.manifests.conda_spec import CondaSpec, read_spec
from dockerize_ml.manifests.registry import reader
from dockerize_ml.manifests.requirement import Manifest, Requirement, Unusable
from dockerize_ml.manifests.requirements_file import Line, read_requirement_lines
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project
from dockerize_ml.project.shape import mapping, sequence, texts
from dockerize_ml.project.yaml_reading import read_yaml

_FOREIGN = re.compile(r"#\s*\[\s*(?:win|osx|not linux|unix and not linux)", re.IGNORECASE)


@reader("conda", files=("*env*.yml", "*env*.yaml", "*conda*.yml", "*conda*.yaml"), precedence=40)
def read_conda_environment(project: Project, path: str) -> Manifest | None:
    """An environment that ``conda env create`` makes."""
    if "conda-lock" in path:
        return None
    content = project.text(path)
    document = read_yaml(content, shown=path)
    declared = sequence(mapping(document.data).get("dependencies"))
    if not any(isinstance(entry, str) and not entry.startswith("-") for entry in declared):
        return None
    lines = content.split("\n")
    specs: list[tuple[str, CondaSpec, Place]] = []
    pip: list[Line] = []
    for index, entry in enumerate(declared):
        line = document.line("dependencies", index) or 1
        if isinstance(entry, str) and not _FOREIGN.search(lines[line - 1]):
            specs.extend((entry, spec, Place(path, line)) for spec in [read_spec(entry)] if spec)
        for number, text in enumerate(texts(mapping(entry).get("pip"))):
            pip.append(Line(document.line("dependencies", index, "pip", number) or line, text))
    found = read_requirement_lines(project, path, pip)
    conda = [_requirement(text, spec, at) for text, spec, at in specs if why_not_linux(spec.name) is None]
    return Manifest(
        path=path,
        format="conda",
        manager="conda",
        requirements=(*(one for one in conda if one.name not in {"", "python", "pip"}), *found.requirements),
        unusable=(*_foreign(specs), *found.unusable),
        python=next(((spec.specifier, at) for _, spec, at in specs if spec.name == "python" and spec.specifier), None),
        includes=tuple(dict.fromkeys(found.includes)),
        options=(*_channels(document.data), *found.options),
        locks=bool(specs) and all(spec.build for _, spec, _ in specs),
        native=tuple(one for one in (_native(text, spec, at) for text, spec, at in specs) if one is not None),
    )


def _requirement(text: str, spec: CondaSpec, at: Place) -> Requirement:
    """What pip would install for it; without a name where there is nothing."""
    return Requirement(distribution_for(spec.name) or "", spec.specifier, at, conda=text)


def _native(text: str, spec: CondaSpec, at: Place) -> Requirement | None:
    if distribution_for(spec.name) is not None or why_not_linux(spec.name) is not None:
        return None
    return Requirement(spec.name.lower(), spec.specifier, at, conda=text)


def _foreign(specs: list[tuple[str, CondaSpec, Place]]) -> Iterator[Unusable]:
    for text, spec, at in specs:
        why = why_not_linux(spec.name)
        if why is not None:
            yield Unusable(text, at, why)


def _channels(data: object) -> Iterator[tuple[str, str]]:
    yield from (("--channel", channel) for channel in texts(mapping(data).get("channels")))
