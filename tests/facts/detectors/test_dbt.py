"""A project of dbt is built by `dbt build`, where it lies."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
PROJECT = "name: shop\nprofile: shop\nmodel-paths: [models]\n"
CASES = {
    "in the root": ({"dbt_project.yml": PROJECT}, '["dbt", "build"]', "/app"),
    "with its profiles": (
        {"dbt_project.yml": PROJECT, "profiles.yml": "shop:\n"},
        '["dbt", "build", "--profiles-dir", "."]',
        "/app",
    ),
    "in a folder": ({"transform/dbt_project.yml": PROJECT}, '["dbt", "build"]', "/app/transform"),
    "not one that is installed": (
        {"dbt_project.yml": PROJECT, "dbt_packages/dbt_project.yml": PROJECT},
        '["dbt", "build"]',
        "/app",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_it_is_built(case: str, folder: Make) -> None:
    files, expected, workdir = CASES[case]
    made = pipeline.generate(folder({"requirements.txt": "dbt-duckdb==1.5.1\n", "models/a.sql": "select 1\n", **files}))
    assert f"ENTRYPOINT {expected}\n" in made.files.dockerfile
    assert f"WORKDIR {workdir}\n" in made.files.dockerfile
    assert not any("is added" in note.text for note in made.plan.notes)
