"""Settings: read from TOML, overridden by flags, never silently wrong."""

import pytest

from dockerize_ml.config import Settings, said_in_words, settings_from
from dockerize_ml.errors import ConfigError


def test_reads_the_table_in_pyproject() -> None:
    settings = settings_from('[tool.dockerize-ml]\nport = 8000\nhealth-path = "/health"\n', "pyproject.toml")
    assert (settings.port, settings.health_path) == (8000, "/health")


def test_reads_a_file_of_our_own_from_its_top_level() -> None:
    assert settings_from('installer = "pip"\n', "dockerize-ml.toml").installer == "pip"


def test_other_tools_tables_are_not_ours() -> None:
    assert settings_from("[tool.ruff]\nline-length = 1\n", "pyproject.toml") == Settings()


def test_the_linters_table_is_passed_over() -> None:
    assert settings_from('[tool.dockerize-ml.lint]\npreset = "all"\n', "pyproject.toml") == Settings()


def test_a_flag_wins_over_the_file_and_an_absent_one_does_not() -> None:
    settings = settings_from("port = 8000\nworkers = 2\n", "dockerize-ml.toml")
    changed = settings.with_flags({"port": 9000, "python": None})
    assert (changed.port, changed.workers, changed.python) == (9000, 2, None)


WRONG = {
    "a misspelt name is told the right one": ("prot = 8000", "unknown setting `prot`", "Did you mean `port`?"),
    "a name like no other lists them all": ("zzzzzz = 1", "unknown setting `zzzzzz`", "Known settings:"),
    "a port is a number up to 65535": ("port = 70000", "port", ""),
    "a Python is a minor version": ('python = "latest"', "python", ""),
    "a choice names the choices": ('installer = "conda"', "installer", "Use one of: uv, pip."),
    "a health path begins with a slash": ('health-path = "health"', "health-path", ""),
    "a folder of the image is a whole path": ('folders = ["data"]', "folders", ""),
    "a Debian package has a name": ('apt-packages = ["libgl1; rm"]', "apt-packages", ""),
    "a requirement can be read": ('requirements = ["openai <<1"]', "requirements", ""),
    "broken TOML is said to be broken": ("port = = 1", "not valid TOML", "Mend"),
    "a thousand brackets end in an error too": ("a = " + "[" * 5000, "not valid TOML", "Mend"),
}


@pytest.mark.parametrize(("text", "reason", "hint"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_refused(text: str, reason: str, hint: str) -> None:
    with pytest.raises(ConfigError) as caught:
        settings_from(text, "dockerize-ml.toml")
    assert reason in caught.value.reason
    assert hint in caught.value.hint
    assert caught.value.path == "dockerize-ml.toml"


def test_a_wrong_flag_is_refused_like_a_wrong_setting() -> None:
    with pytest.raises(ConfigError, match="port"):
        Settings().with_flags({"port": 0})


SAID = {
    "a number": ("workers=2", {"workers": 2}),
    "a list": ('apt-packages=["git"]', {"apt-packages": ["git"]}),
    "a truth": ("pin=true", {"pin": True}),
    "a text needs no quotes": ("debian=trixie", {"debian": "trixie"}),
    "a table": ('env={A = "1"}', {"env": {"A": "1"}}),
    "a text with an equals sign": ("labels=a=b", {"labels": "a=b"}),
}


@pytest.mark.parametrize(("text", "settings"), SAID.values(), ids=SAID.keys())
def test_any_setting_on_the_command_line(text: str, settings: dict[str, object]) -> None:
    assert said_in_words([text]) == settings


def test_a_setting_without_a_value_is_refused() -> None:
    with pytest.raises(ConfigError, match="has no value"):
        said_in_words(["workers"])
