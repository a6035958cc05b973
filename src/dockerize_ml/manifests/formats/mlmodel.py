"""``MLmodel``: a model that MLflow saved, and the environment beside it."""

import posixpath

from dockerize_ml.errors import ProjectError
from dockerize_ml.manifests.formats.conda_environment import read_conda_environment
from dockerize_ml.manifests.interpreter import named_interpreter
from dockerize_ml.manifests.registry import reader
from dockerize_ml.manifests.requirement import Manifest, Requirement
from dockerize_ml.manifests.requirements_file import read_requirements_file
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project
from dockerize_ml.project.shape import below, mapping, text
from dockerize_ml.project.yaml_reading import Yaml, read_yaml

_PYTHON = ("flavors", "python_function", "python_version")


@reader("mlmodel", files=("MLmodel",), precedence=60)
def read_mlmodel(project: Project, path: str) -> Manifest | None:
    """What MLflow wrote down when it saved a model: its interpreter and the packages that load it."""
    document = read_yaml(project.text(path), shown=path)
    if not mapping(mapping(document.data).get("flavors")):
        return None
    requirements, includes = _environment(project, posixpath.dirname(path), document)
    if "mlflow" not in {one.name for one in requirements}:
        # Whatever serves the model needs MLflow itself, which old versions did not write down.
        requirements = (
            Requirement("mlflow", _version(document), Place(path, document.line("mlflow_version"))),
            *requirements,
        )
    version = text(below(document.data, *_PYTHON))
    return Manifest(
        path=path,
        format="mlmodel",
        manager="pip",
        requirements=requirements,
        python=named_interpreter(version, Place(path, document.line(*_PYTHON))),
        includes=includes,
    )


def _environment(project: Project, folder: str, document: Yaml) -> tuple[tuple[Requirement, ...], tuple[str, ...]]:
    """The packages in ``requirements.txt`` beside the model, or those in its conda file."""
    beside = posixpath.join(folder, "requirements.txt")
    if project.exists(beside):
        found = read_requirements_file(project, beside)
        return found.requirements, (beside, *found.includes)
    declared = below(document.data, "flavors", "python_function", "env")
    name = text(declared) or text(mapping(declared).get("conda")) or "conda.yaml"
    path = posixpath.normpath(posixpath.join(folder, name))
    try:
        conda = read_conda_environment(project, path)
    except ProjectError:
        return (), ()
    return (conda.requirements, (path, *conda.includes)) if conda else ((), ())


def _version(document: Yaml) -> str:
    version = text(mapping(document.data).get("mlflow_version"))
    return f"=={version}" if version[:1].isdigit() else ""
