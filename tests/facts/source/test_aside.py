"""Which files stand beside the program."""

import pytest

from dockerize_ml.facts.source.aside import why_aside


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("maker/templates-fastapi/app/main.py", "a template"),
        ("maker/templates/main.py", "a template"),
        ("template_finder/main.py", None),
        ("fastapi_template/main.py", None),
        ("tests/run.py", "a test"),
    ],
)
def test_what_a_folder_is_called_tells(path: str, reason: str | None) -> None:
    assert why_aside(path) == reason
