"""Caches and placeholders: where packages write, and what a build step is told."""

import pytest

from dockerize_ml.knowledge.caches import caches
from dockerize_ml.knowledge.model_files import openers
from dockerize_ml.knowledge.placeholders import placeholder


def test_what_the_code_fetches_has_a_folder() -> None:
    assert {opener.cache for opener in openers("downloads") if opener.cache} <= {cache.variable for cache in caches()}


def test_a_read_only_file_system_is_thought_of() -> None:
    assert all(cache.folder.startswith("/tmp/" if cache.distributions else "/home/app/.cache/") for cache in caches())


VALUES = {
    "DJANGO_SECRET_KEY": "for-this-step-only",
    "DATABASE_URL": "sqlite:////tmp/build.sqlite3",
    "CELERY_BROKER_URL": "redis://localhost:6379/0",
    "PAGE_SIZE": "0",
}


@pytest.mark.parametrize(("variable", "value"), VALUES.items())
def test_a_variable_gets_a_value_that_can_be_read(variable: str, value: str) -> None:
    assert placeholder(variable) == value
