"""A pipeline of Luigi is run as the project's own words run it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
TASKS = "import luigi\n\n\nclass Report(luigi.Task):\n    pass\n\n\nif __name__ == '__main__':\n    luigi.run()\n"
RUN = 'ENTRYPOINT ["python", "-m", "luigi", "--module", "pipeline.tasks", "Report", "--local-scheduler"]'
CASES = {
    "a Makefile": (
        {"Makefile": "run:\n\tpython -m luigi --module pipeline.tasks Report --local-scheduler\n"},
        RUN,
    ),
    "a README that has a scheduler": ({"README.md": "    luigi --module pipeline.tasks Report\n"}, RUN),
    "a word that only a reader can fill in": (
        {"README.md": "    luigi --module pipeline.tasks <TASK>\n"},
        'ENTRYPOINT ["python", "pipeline/tasks.py"]',
    ),
    "a module that is not there": (
        {"README.md": "    luigi --module other.tasks Report\n"},
        'ENTRYPOINT ["python", "pipeline/tasks.py"]',
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_it_is_run(case: str, folder: Make) -> None:
    files, expected = CASES[case]
    root = folder({"requirements.txt": "luigi\n", "pipeline/__init__.py": "", "pipeline/tasks.py": TASKS, **files})
    assert expected in pipeline.generate(root).files.dockerfile
