"""The compiler for what the project itself is made of."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.system.need import Need
from dockerize_ml.facts.model import Evidence
from dockerize_ml.manifests.setup_script import SetupScript

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey


def own_extensions(survey: "Survey") -> Iterator[Need]:
    """What a ``setup.py`` compiles when the project is installed, as a program with a command of its own is."""
    for manifest in survey.manifests:
        tree = survey.project.tree(manifest.path) if manifest.format == "setup-py" and manifest.scripts else None
        script = SetupScript.read(tree) if tree is not None else None
        asks = script.arguments.get("ext_modules") if script is not None else None
        if asks is not None:
            reason = "g++: the project has extensions to compile"
            yield Need("g++", Evidence(path=manifest.path, line=asks.lineno, reason=reason), is_runtime=False)
