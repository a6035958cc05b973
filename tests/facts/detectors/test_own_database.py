"""The file of SQLite that a program keeps its data in."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
APP = """import click
from flask import Flask, current_app
import sqlite3

app = Flask(__name__)
app.config.from_object('config.Development')


def get_db():
    return sqlite3.connect({})


def init_db():
    get_db().executescript(current_app.open_resource('schema.sql').read())


@click.command('init-db')
def init_db_command():
    init_db()


app.cli.add_command(init_db_command)
"""
KEY = "current_app.config['DATABASE'],\n        detect_types=1"
SEVERAL = "class Development:\n    URI = 'sqlite:////tmp/foo.db'\n    DATABASE = 'shop.sqlite'\n\n\n"
SERVER = "class Production:\n    URI = 'mysql://user@localhost/foo'\n"


@pytest.mark.parametrize(
    ("opened", "config", "name"),
    [
        (KEY, f"{SEVERAL}{SERVER}", "shop.sqlite"),
        ("current_app.config.get('DATABASE')", SEVERAL, "shop.sqlite"),
        (KEY, "DATABASE = 'shop.sqlite'\n", "shop.sqlite"),
        ("path_of('DATABASE')", f"{SEVERAL}{SERVER}", None),
        ("path_of('DATABASE')", SEVERAL, None),
        (KEY, f"{SEVERAL}class Testing:\n    DATABASE = 'other.sqlite'\n", None),
        (KEY, "OTHER_DATABASE = 'shop.sqlite'\n", None),
        (KEY, "class Development:\n    DATABASE = 'dev.db'\n\n\nDATABASE = 'shop.sqlite'\n", "shop.sqlite"),
    ],
    ids=[
        "beside a server that another setting names",
        "beside another file",
        "alone",
        "a server may be meant",
        "either may be meant",
        "the setting names two",
        "another setting's",
        "beside one for developers",
    ],
)
def test_the_file_is_the_one_that_is_opened(opened: str, config: str, name: str | None, folder: Make) -> None:
    files = {"app.py": APP.format(opened), "config.py": config, "requirements.txt": "flask\n", "schema.sql": ""}
    (maker,) = pipeline.inspect(folder(files)).outside.tables
    assert (maker.own.name if maker.own else None) == name


def test_a_key_beside_the_file_names_no_database(folder: Make) -> None:
    key = "SECRET_KEY = os.environ.get('SECRET_KEY', 'k')"
    config = f"import os\n\n{key}\nDATABASE = os.environ.get('SHOP', 'shop.sqlite')\n"
    files = {"app.py": APP.format(KEY), "config.py": config, "requirements.txt": "flask\n", "schema.sql": ""}
    (maker,) = pipeline.inspect(folder(files)).outside.tables
    assert maker.own is not None
    assert maker.own.unless == ("SHOP",)
