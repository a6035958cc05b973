"""``bentofile.yaml``: what BentoML packs into a service."""

import posixpath

from dockerize_ml.manifests.collector import Collector
from dockerize_ml.manifests.found import Found
from dockerize_ml.manifests.interpreter import named_interpreter
from dockerize_ml.manifests.registry import reader
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.project.masking import masked
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project
from dockerize_ml.project.shape import below, mapping, text, texts
from dockerize_ml.project.yaml_reading import read_yaml


@reader("bentofile", files=("bentofile.yaml", "bentofile.yml"), precedence=55)
def read_bentofile(project: Project, path: str) -> Manifest | None:
    """The packages and the interpreter that a BentoML service asks for."""
    document = read_yaml(project.text(path), shown=path)
    python = mapping(mapping(document.data).get("python"))
    if not mapping(document.data):
        return None
    collector = Collector(project, path)
    listed = text(python.get("requirements_txt"))
    if listed:
        line = document.line("python", "requirements_txt") or 1
        collector.add([Found(posixpath.normpath(listed), line, is_file=True)])
    for index, declared in enumerate(texts(python.get("packages"))):
        collector.add([Found(declared, document.line("python", "packages", index) or 1)])
    version = text(below(document.data, "docker", "python_version"))
    return Manifest(
        path=path,
        format="bentofile",
        manager="pip",
        requirements=collector.requirements,
        unusable=collector.unusable,
        python=named_interpreter(version, Place(path, document.line("docker", "python_version"))),
        includes=tuple(dict.fromkeys(collector.includes)),
        options=tuple(
            (f"--{key.replace('_', '-')}", masked(value))
            for key in ("index_url", "extra_index_url", "find_links", "trusted_host")
            for value in texts(python.get(key))
        ),
    )
