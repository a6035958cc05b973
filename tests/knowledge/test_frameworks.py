import re
from collections import Counter
from typing import get_args

import pytest

from dockerize_ml.knowledge import frameworks as table
from dockerize_ml.knowledge.frameworks import (
    framework,
    framework_of_constructor,
    frameworks,
)

PLACEHOLDERS = {"module", "object", "file", "host", "port", "directory", "name"}


def test_each_name_and_role_stands_once() -> None:
    counted = Counter((known.name, known.role) for known in frameworks())
    assert [key for key, count in counted.items() if count > 1] == []


def test_each_constructor_belongs_to_one_framework() -> None:
    counted = Counter(dotted for known in frameworks() for dotted in (*known.constructors, *known.asgi_constructors))
    assert [dotted for dotted, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("known", frameworks(), ids=lambda known: f"{known.name} {known.role}".strip())
def test_a_row_is_whole(known: table.Framework) -> None:
    assert known.name == re.sub(r"[-_]+", "-", known.name).lower()
    assert known.interface in get_args(table.Interface)
    assert known.kind in get_args(table.Kind)
    assert known.host_by in get_args(table.HostBy)
    assert known.command
    used = {name for text in (*known.command, *dict(known.env).values()) for name in re.findall(r"\{(\w+)\}", text)}
    assert used <= PLACEHOLDERS
    assert (known.default_port is None) == (known.host_by == "nothing")
    assert ("{host}" in " ".join(known.command)) == (known.host_by == "argument")
    assert known.host_by != "environment" or "{host}" in dict(known.env).values()
    assert known.health_path is None or known.health_path.startswith("/")
    assert known.interface not in ("wsgi", "asgi") or known.server


VALUES = {"module": "service.api", "object": "app", "file": "app.py", "host": "0.0.0.0", "port": "8080"}
COMMANDS = {
    "fastapi": "uvicorn service.api:app --host 0.0.0.0 --port 8080",
    "flask": "gunicorn --bind 0.0.0.0:8080 service.api:app",
    "streamlit": "streamlit run app.py --server.address=0.0.0.0 --server.port=8080 --server.headless=true",
    "gradio": "python app.py",
    "chainlit": "chainlit run app.py --host 0.0.0.0 --port 8080 --headless",
    "sanic": "sanic service.api:app --host 0.0.0.0 --port 8080",
}


@pytest.mark.parametrize(("name", "command"), COMMANDS.items())
def test_commands_are_filled_in(name: str, command: str) -> None:
    known = framework(name)
    assert known is not None
    assert " ".join(known.arguments(VALUES)) == command


OLDER_SANICS = {
    None: "sanic service.api:app",
    "21.3.4": "sanic service.api:app",
    "20.12.7": "sanic service.api:app",
    "20.9.1": "python -m sanic service.api.app",
    "19.12.5": "python -m sanic service.api.app",
}


@pytest.mark.parametrize(("version", "command"), OLDER_SANICS.items())
def test_an_old_version_is_started_by_its_own_command(version: str | None, command: str) -> None:
    known = framework("sanic")
    assert known is not None
    assert " ".join(known.arguments(VALUES, version)) == f"{command} --host 0.0.0.0 --port 8080"


AGES = {None: True, "0.13.1": False, "0.14.0": True, "1.4": True, "not a version": True}


@pytest.mark.parametrize(("version", "knows"), AGES.items())
def test_an_argument_is_left_out_where_the_version_does_not_know_it(version: str | None, *, knows: bool) -> None:
    known = framework("panel")
    assert known is not None
    assert ("--liveness" in known.arguments(VALUES, version)) is knows
    assert known.health_path_of(version) == ("/liveness" if knows else "/")


@pytest.mark.parametrize(
    ("name", "version", "argument", "knows"),
    [
        ("streamlit", "0.55.0", "--server.address=0.0.0.0", False),
        ("streamlit", "0.55.0", "--browser.serverAddress=localhost", True),
        ("streamlit", "0.57.0", "--server.address=0.0.0.0", True),
        ("streamlit", "0.57.0", "--browser.serverAddress=localhost", False),
        ("solara", "1.22.0", "--production", False),
        ("solara", "1.23.0", "--production", True),
    ],
)
def test_so_is_one_of_the_others(name: str, version: str, argument: str, *, knows: bool) -> None:
    known = framework(name)
    assert known is not None
    assert (argument in known.arguments(VALUES, version)) is knows


def test_gradio_is_told_its_host_by_the_environment() -> None:
    known = framework("gradio")
    assert known is not None
    assert dict(known.environment(VALUES))["GRADIO_SERVER_NAME"] == "0.0.0.0"


CONSTRUCTORS = {"flask.Flask": "flask", "falcon.asgi.App": "falcon", "gradio.Blocks": "gradio", "shiny.App": "shiny"}


@pytest.mark.parametrize(("dotted", "name"), CONSTRUCTORS.items())
def test_a_constructor_tells_its_framework(dotted: str, name: str) -> None:
    known = framework_of_constructor(dotted)
    assert known is not None
    assert known.name == name


def test_a_name_alone_means_the_first_row() -> None:
    mlflow, server, script = framework("mlflow"), framework("mlflow", "server"), framework("script")
    assert mlflow is not None
    assert server is not None
    assert script is not None
    assert (mlflow.role, server.health_path, script.role) == ("model", "/health", "")
    assert framework("mlflow", "beat") is None
