"""The front matter of a Hugging Face Space's ``README.md``: an SDK that no list of requirements names."""

from dockerize_ml.errors import ProjectError
from dockerize_ml.manifests.interpreter import named_interpreter
from dockerize_ml.manifests.registry import reader
from dockerize_ml.manifests.requirement import Manifest, Requirement
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project
from dockerize_ml.project.shape import mapping, text
from dockerize_ml.project.yaml_reading import Yaml, read_yaml

_MARK = "---\n"
_SDKS = frozenset({"gradio", "streamlit"})


@reader("space", files=lambda path: path == "README.md", suffixes=("md",), precedence=65)
def read_space(project: Project, path: str) -> Manifest | None:
    """The SDK and the interpreter that a Space's front matter names."""
    document = front_matter(project, path)
    settings = mapping(document.data) if document else {}
    sdk = text(settings.get("sdk"))
    if document is None or not sdk:
        return None
    version, python = text(settings.get("sdk_version")), text(settings.get("python_version"))
    # The document begins below the mark.
    at = Place(path, (document.line("sdk") or 1) + 1)
    return Manifest(
        path=path,
        format="space",
        manager="pip",
        requirements=(Requirement(sdk, f"=={version}" if version else "", at),) if sdk in _SDKS else (),
        python=named_interpreter(python, Place(path, (document.line("python_version") or 1) + 1)),
    )


def front_matter(project: Project, path: str) -> Yaml | None:
    """The YAML between the marks at the top of a Markdown file, or None where there is none."""
    content = project.text(path)
    if not content.startswith(_MARK) or "\n---" not in content[4:20_000]:
        return None
    try:
        return read_yaml(content[4:20_000].partition("\n---")[0], shown=path)
    except ProjectError:
        # Two rules in a Markdown file are no mistake.
        return None
