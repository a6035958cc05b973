"""Folders of the machine that the program writes to."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
APP = (
    "import os, logging, sqlite3, pathlib\nimport logging.handlers\nfrom flask import Flask\n\napp = Flask(__name__)\n"
)
WRITTEN = {
    "a folder is made": ("os.makedirs('/data/uploads', exist_ok=True)", ["/data/uploads"]),
    "by the default of a variable": ("D = os.environ.get('D', '/data')\nos.makedirs(D, exist_ok=True)", ["/data"]),
    "by pathlib": ("OUT = pathlib.Path('/output') / 'x'\nOUT.mkdir(parents=True)", ["/output/x"]),
    "a log": ("logging.FileHandler('/var/log/shop/a.log')", ["/var/log/shop"]),
    "a log right in the system's folder": ("logging.FileHandler('/var/log/shop.log')", ["/var/log"]),
    "a rotating log": ("logging.handlers.RotatingFileHandler(filename='/logs/a.log')", ["/logs"]),
    "the log of all": ("logging.basicConfig(filename='/logs/a.log')", ["/logs"]),
    "a database": ("sqlite3.connect('/data/a.db')", ["/data"]),
    "a database's address": ("app.config['SQLALCHEMY_DATABASE_URI'] = 'sqlite:////data/a.db'", ["/data"]),
    "a text, wherever it goes": ("class Config:\n    LOGS = '/var/log/shop/days/'", ["/var/log/shop/days"]),
    "a file's text": ("STATE = '/var/lib/shop/state.json'", ["/var/lib/shop"]),
    "each once": ("os.mkdir('/data')\nos.makedirs('/data')", ["/data"]),
}
QUIET = {
    "a folder of the project's": "os.makedirs('data')",
    "one beside the file": "os.makedirs(os.path.join(os.path.dirname(__file__), 'data'))",
    "where anybody may write": "os.makedirs('/tmp/shop')",
    "what holds others": "os.makedirs('/srv')\nos.makedirs('/opt')",
    "what is the system's": "os.makedirs('/etc/shop')",
    "what is the image's own": "os.makedirs('/app/data')",
    "the system's files": "STATUS = '/var/lib/dpkg/status'\nLOG = '/var/log/syslog'",
    "a file right in the system's folder, by its text alone": "LOG = '/var/log/shop.log'",
    "a route": "@app.route('/data')\ndef data():\n    return ''",
    "a database in the project": "URI = 'sqlite:///a.db'",
    "another address": "URI = 'file:////data/a.txt'",
}


def paths(folder: Make, code: str) -> list[str]:
    root = folder({"app.py": f"{APP}{code}\n", "requirements.txt": "flask==3.0.0\n"})
    return [each.path for each in pipeline.inspect(root).outside.written]


@pytest.mark.parametrize(("code", "expected"), WRITTEN.values(), ids=WRITTEN)
def test_the_folder_is_found(folder: Make, code: str, expected: list[str]) -> None:
    assert paths(folder, code) == expected


@pytest.mark.parametrize("code", QUIET.values(), ids=QUIET)
def test_others_are_not(folder: Make, code: str) -> None:
    assert not paths(folder, code)


def test_the_user_owns_it_and_is_told_why(folder: Make) -> None:
    root = folder({"app.py": f"{APP}os.makedirs('/data')\n", "requirements.txt": "flask==3.0.0\n"})
    written = pipeline.generate(root).files.dockerfile
    assert "--group app /app /data" in written
    assert "# /data is written to (app.py:6)." in written
