"""What packages weigh before anything is built."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.errors import ProjectError

APP = "import flask\n\napp = flask.Flask(__name__)\n"
PYPROJECT = """\
[project]
name = "svc"
version = "0.1"
requires-python = "==3.12.*"
dependencies = ["flask"]
"""
LOCK = """\
version = 1
requires-python = "==3.12.*"

[[package]]
name = "svc"
version = "0.1"
source = { virtual = "." }
dependencies = [{ name = "flask" }]

[package.dev-dependencies]
dev = [{ name = "pytest" }]

[[package]]
name = "flask"
version = "3.0.0"
source = { registry = "https://example.org/simple" }
dependencies = [{ name = "markupsafe" }]
sdist = { url = "https://example.org/flask-3.0.0.tar.gz", size = 700000 }
wheels = [{ url = "https://example.org/flask-3.0.0-py3-none-any.whl", size = 99679 }]

[[package]]
name = "markupsafe"
version = "2.1.5"
source = { registry = "https://example.org/simple" }
sdist = { url = "https://example.org/MarkupSafe-2.1.5.tar.gz", size = 19384 }
wheels = [
    { url = "https://example.org/MarkupSafe-2.1.5-cp311-cp311-manylinux_2_17_x86_64.whl", size = 1 },
    { url = "https://example.org/MarkupSafe-2.1.5-cp312-cp312-macosx_10_9_x86_64.whl", size = 2 },
    { url = "https://example.org/MarkupSafe-2.1.5-cp312-cp312-manylinux_2_17_x86_64.whl", size = 28379 },
]

[[package]]
name = "pytest"
version = "8.3.0"
source = { registry = "https://example.org/simple" }
wheels = [{ url = "https://example.org/pytest-8.3.0-py3-none-any.whl", size = 341636 }]
"""


def test_a_lock_tells_the_size_of_the_file_for_this_python_and_who_asked(
    folder: Callable[[dict[str, str]], Path],
) -> None:
    root = folder({"pyproject.toml": PYPROJECT, "uv.lock": LOCK, "app.py": APP})
    told = pipeline.weights(root, offline=True)
    assert told.source == "uv.lock"
    assert [(one.name, one.size, one.via) for one in told.packages] == [
        ("flask", 99_679, ()),
        ("markupsafe", 28_379, ("flask",)),
    ]


def test_loose_requirements_need_the_index(folder: Callable[[dict[str, str]], Path]) -> None:
    root = folder({"requirements.txt": "flask\n", "app.py": APP})
    with pytest.raises(ProjectError, match="Only the index knows them") as caught:
        pipeline.weights(root, offline=True)
    assert "--offline" in caught.value.hint
