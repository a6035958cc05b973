"""``environment.yml`` and ``conda.yaml``: packages of conda, and of pip inside them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dockerize_ml.manifests.conda_names import is_foreign_build, why_not_linux
from dockerize_ml.manifests.conda_packages import Asked, sorted_out
from dockerize_ml.manifests.conda_spec import read_spec
from dockerize_ml.manifests.registry import reader
from dockerize_ml.manifests.requirement import Manifest, Unusable
from dockerize_ml.manifests.requirements_file import Line, read_requirement_lines
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project
from dockerize_ml.project.shape import mapping, sequence, text, texts
from dockerize_ml.project.yaml_reading import Yaml, read_yaml

_FOREIGN = re.compile(r"#\s*\[\s*(?:win|osx|not linux|unix and not linux)", re.IGNORECASE)
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<quote>[\"']?)(?P<item>.*?)(?P=quote)[ \t]*(?:#.*)?")
_NEXT_DOCUMENT = re.compile(r"---(?:[ \t].*)?")


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
    asked = tuple(_asked(document, path, lines))
    packages = sorted_out(asked)
    found = read_requirement_lines(project, path, _pip(document))
    _tell(project, path, lines, asked)
    return Manifest(
        path=path,
        format="conda",
        manager="conda",
        requirements=(*packages.requirements, *found.requirements),
        unusable=(*packages.unusable, *(_with_line(each, path, lines) for each in found.unusable)),
        python=packages.python,
        includes=tuple(dict.fromkeys(found.includes)),
        options=(*_channels(document.data), *found.options),
        locks=bool(asked) and all(each.spec.build for each in asked),
        native=packages.native,
        foreign_build=_foreign_build(asked),
        variables=tuple(
            (name, text(value)) for name, value in mapping(mapping(document.data).get("variables")).items() if name
        ),
    )


def _asked(document: Yaml, path: str, lines: list[str]) -> Iterator[Asked]:
    for index, entry in enumerate(sequence(mapping(document.data).get("dependencies"))):
        spec = read_spec(entry) if isinstance(entry, str) else None
        if spec is None or not isinstance(entry, str):
            continue
        number = document.line("dependencies", index) or 1
        whole = lines[number - 1]
        is_elsewhere = _FOREIGN.search(whole) is not None
        yield Asked(entry, spec, Place(path, number), _own_line(whole, entry), is_elsewhere)


def _pip(document: Yaml) -> Iterator[Line]:
    for index, entry in enumerate(sequence(mapping(document.data).get("dependencies"))):
        for number, line in enumerate(texts(mapping(entry).get("pip"))):
            yield Line(document.line("dependencies", index, "pip", number) or 1, line)


def _own_line(whole: str, entry: str) -> str:
    """The line where nothing stands in it but this entry of the list."""
    item = _ITEM.fullmatch(whole)
    return whole if item and item["item"].strip() == entry.strip() else ""


def _with_line(unusable: Unusable, path: str, lines: list[str]) -> Unusable:
    """A line of pip's, as it stands in this file; those of included files keep their own."""
    if unusable.at.path != path or unusable.at.line is None:
        return unusable
    return replace(unusable, line=_own_line(lines[unusable.at.line - 1], unusable.text))


def _foreign_build(asked: tuple[Asked, ...]) -> Place | None:
    """Where an export of another system shows: a build of that system, or a package that only it has."""
    builds = [each for each in asked if each.spec.build and not each.is_elsewhere]
    return next(
        (each.at for each in builds if is_foreign_build(each.spec.build) or why_not_linux(each.spec.name)), None
    )


def _tell(project: Project, path: str, lines: list[str], asked: tuple[Asked, ...]) -> None:
    """What cannot be made of the file as its author meant it."""
    for each in asked:
        why = why_not_linux(each.spec.name)
        if why is not None and not each.line:
            project.note(path, f"`{each.text}` shares its line with others and is not left out. {why}", each.at.line)
    begins = next((number for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")), 0)
    second = (number for number, line in enumerate(lines, 1) if number > begins and _NEXT_DOCUMENT.fullmatch(line))
    for number in second:
        project.note(path, "only what stands above this line is read, as conda does it.", number)
        return


def _channels(data: object) -> Iterator[tuple[str, str]]:
    yield from (("--channel", channel) for channel in texts(mapping(data).get("channels")))
