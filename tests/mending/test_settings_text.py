"""Settings written by the program stand beside what the user wrote."""

import pytest

from dockerize_ml.config import settings_from
from dockerize_ml.mending.change import Change
from dockerize_ml.mending.settings_text import with_change

PYPROJECT = """\
# ours
[project]
name = "demo"

[tool.dockerize-ml]
port = 8000  # behind the proxy
requirements = ["numpy<2", "openai<2"]
"""

WRITTEN = {
    "a first setting": ("", "dockerize-ml.toml", Change("python", ("3.9",), ""), 'python = "3.9"\n'),
    "a first list": (
        "",
        "dockerize-ml.toml",
        Change("apt-packages", ("libgl1", "libgomp1"), ""),
        'apt-packages = ["libgl1", "libgomp1"]\n',
    ),
    "a setting that is there is replaced": (
        '# keep\npython = "3.12" # newest\n',
        "dockerize-ml.toml",
        Change("python", ("3.9",), ""),
        '# keep\npython = "3.9" # newest\n',
    ),
    "what is listed already is not listed twice": (
        'apt-packages = ["libgl1"]\n',
        "dockerize-ml.toml",
        Change("apt-packages", ("libgl1", "ffmpeg"), ""),
        'apt-packages = ["libgl1", "ffmpeg"]\n',
    ),
    "line ends stay": (
        'port = 8000\r\napt-packages = ["libgl1"]\r\n',
        "dockerize-ml.toml",
        Change("apt-packages", ("ffmpeg",), ""),
        'port = 8000\r\napt-packages = ["libgl1", "ffmpeg"]\r\n',
    ),
    "nothing is dropped": ('drop = ["tests"]\n', "dockerize-ml.toml", Change("drop", (), ""), "drop = []\n"),
    "a number is one": ("", "dockerize-ml.toml", Change("port", ("8082",), ""), "port = 8082\n"),
    "a first variable": ("", "dockerize-ml.toml", Change("env", ("A=b=c",), ""), 'env = {A = "b=c"}\n'),
    "one variable more": (
        'env = {A = "1"}\n',
        "dockerize-ml.toml",
        Change("env", ("B=2",), ""),
        'env = {A = "1", B = "2"}\n',
    ),
    "a variable in a table of its own": (
        '[env]\nA = "1"\n',
        "dockerize-ml.toml",
        Change("env", ("B=2",), ""),
        '[env]\nA = "1"\nB = "2"\n',
    ),
    "what belongs together": (
        "",
        "dockerize-ml.toml",
        Change("port", ("8082",), "", (Change("kind", ("web",), ""),)),
        'port = 8082\nkind = "web"\n',
    ),
    "a later word on a distribution goes before an earlier": (
        PYPROJECT,
        "pyproject.toml",
        Change("requirements", ("OpenAI==0.28.1",), ""),
        PYPROJECT.replace('"openai<2"', '"OpenAI==0.28.1"'),
    ),
}


@pytest.mark.parametrize(("old", "name", "change", "new"), WRITTEN.values(), ids=WRITTEN.keys())
def test_a_change_is_written(old: str, name: str, change: Change, new: str) -> None:
    assert with_change(old, name, change) == new
    settings_from(new, name)


def test_the_linters_table_alone_is_no_hindrance() -> None:
    text = with_change('[tool.dockerize-ml.lint]\npreset = "all"\n', "pyproject.toml", Change("python", ("3.9",), ""))
    assert settings_from(text, "pyproject.toml").python == "3.9"
    assert 'preset = "all"' in text
