"""Applications that a host's settings name."""

from pathlib import Path

import pytest

from dockerize_ml.facts.words.readers.named_applications import named_applications
from dockerize_ml.facts.words.word import Command, FileWord
from dockerize_ml.project.project import Project

NAMES = {
    "Elastic Beanstalk, an object": (
        ".ebextensions/python.config",
        'option_settings:\n  "aws:elasticbeanstalk:container:python":\n    WSGIPath: application:application\n',
        "application:application",
        3,
    ),
    "Elastic Beanstalk, a file": (".ebextensions/01.config", "option_settings:\n  WSGIPath: app.py\n", "app.py", 2),
    "Zappa": ("zappa_settings.json", '{"dev": {\n  "app_function": "site.main.app",\n}}\n', "site.main:app", 2),
    "Serverless": ("serverless.yml", "custom:\n  wsgi:\n    app: api.app\n    packRequirements: false\n", "api:app", 3),
}


@pytest.mark.parametrize(("path", "text", "target", "line"), NAMES.values(), ids=NAMES)
def test_the_application_is_named(path: str, text: str, target: str, line: int, tmp_path: Path) -> None:
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).write_text(text)
    (tmp_path / "app.py").write_text("app = 1\n")
    (word,) = named_applications(Project.open(tmp_path))
    assert isinstance(word, Command | FileWord)
    named = word.argv[-1] if isinstance(word, Command) else word.path
    assert named == target
    assert (word.at.path, word.at.line) == (path, line)


@pytest.mark.parametrize("path", ["other.config", "config/serverless.yml", "nginx.config"])
def test_other_files_name_nothing(path: str, tmp_path: Path) -> None:
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).write_text("WSGIPath: a:b\n  app: a.b\n")
    (tmp_path / "app.py").write_text("app = 1\n")
    assert list(named_applications(Project.open(tmp_path))) == []
