import os

import pytest

from dockerize_ml.report.repository_path import repository_path

PATHS = {
    "as it is": ("api/Dockerfile", "api/Dockerfile"),
    "from here": ("./Dockerfile", "Dockerfile"),
    "twice from here": (".//./Dockerfile", "Dockerfile"),
    "hidden": (".docker/Dockerfile", ".docker/Dockerfile"),
    "above": ("../Dockerfile", "../Dockerfile"),
    "absolute": ("/srv/Dockerfile", "/srv/Dockerfile"),
    "the system's own separators": (os.path.join("a", "b"), "a/b"),  # noqa: PTH118 - that is what is asked
}


@pytest.mark.parametrize(("file", "path"), PATHS.values(), ids=PATHS)
def test_paths_are_those_of_the_repository(file: str, path: str) -> None:
    assert repository_path(file) == path
