"""``cog.yaml``: what Cog builds a predictor's image from."""

import posixpath

from dockerize_ml.manifests.collector import Collector
from dockerize_ml.manifests.found import Found
from dockerize_ml.manifests.interpreter import named_interpreter
from dockerize_ml.manifests.registry import reader
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project
from dockerize_ml.project.shape import mapping, text, texts
from dockerize_ml.project.yaml_reading import read_yaml


@reader("cog", files=("cog.yaml", "cog.yml"), precedence=56)
def read_cog(project: Project, path: str) -> Manifest | None:
    """The packages and the interpreter that a Cog predictor asks for."""
    document = read_yaml(project.text(path), shown=path)
    build = mapping(mapping(document.data).get("build"))
    if not build:
        return None
    collector = Collector(project, path)
    listed = text(build.get("python_requirements"))
    if listed:
        line = document.line("build", "python_requirements") or 1
        collector.add([Found(posixpath.normpath(listed), line, is_file=True)])
    for index, declared in enumerate(texts(build.get("python_packages"))):
        collector.add([Found(declared, document.line("build", "python_packages", index) or 1)])
    version = text(build.get("python_version"))
    return Manifest(
        path=path,
        format="cog",
        manager="pip",
        requirements=collector.requirements,
        unusable=collector.unusable,
        python=named_interpreter(version, Place(path, document.line("build", "python_version"))),
        includes=tuple(dict.fromkeys(collector.includes)),
    )
