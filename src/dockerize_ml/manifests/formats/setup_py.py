"""``setup.py``, read as source and never run."""

from collections.abc import Iterator

from dockerize_ml.manifests.collector import Collector
from dockerize_ml.manifests.console_scripts import console_scripts
from dockerize_ml.manifests.registry import reader
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.manifests.setup_script import SetupScript
from dockerize_ml.manifests.setup_settings import SetupSettings
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project


@reader("setup-py", files=("setup.py",), precedence=37)
def read_setup_py(project: Project, path: str) -> Manifest | None:
    """What the source passes to ``setup()``, as far as it can be told without running it."""
    tree = project.tree(path)
    settings = SetupSettings.beside(project, path, tree) if tree is not None else None
    script = SetupScript.read(tree, settings) if tree is not None else None
    if script is None:
        return None
    collector = Collector(project, path)
    for argument in ("install_requires", "requires"):
        collector.add(script.texts(argument))
    for extra, found in script.tables("extras_require"):
        collector.add(found, extra)
    python = script.text("python_requires")
    read = (settings.path,) if settings is not None else ()
    return Manifest(
        path=path,
        format="setup-py",
        manager="setuptools",
        requirements=collector.requirements,
        unusable=collector.unusable,
        python=(python.text, Place(python.path or path, python.line)) if python else None,
        includes=tuple(dict.fromkeys((*read, *collector.includes))),
        scripts=dict(_scripts(script)),
    )


def _scripts(script: SetupScript) -> Iterator[tuple[str, str]]:
    declared = [found for key, texts in script.tables("entry_points") if key == "console_scripts" for found in texts]
    yield from console_scripts(declared or list(script.texts("entry_points")))
