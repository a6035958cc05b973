"""Addresses that a program writes out, where nothing hands them to a call that we know."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
# Where nobody knows what `make_server` is, `serve_forever` tells that it serves.
SERVER = """
from configparser import ConfigParser
from gitserver.web import *

{code}

def main():
    host, port = settings()
    make_server(host, port, app).serve_forever()

if __name__ == "__main__":
    main()
"""
FOUND = {
    "in one": ("ADDRESS = '127.0.0.5:3010'", 3010, "127.0.0.5"),
    "behind their names": ("HOST = '127.0.0.1'\nPORT = 3011", 3011, "127.0.0.1"),
    "in a dictionary": (
        "config['DEFAULT'] = {\n    'listen_address': '127.0.0.5',\n    'root': '.',\n    'port': 3012,\n}",
        3012,
        "127.0.0.5",
    ),
    "in one, and others behind their names": (
        "ADDRESS = 'localhost:3013'\nHOST = '127.0.0.1'\nPORT = 3014",
        3013,
        "localhost",
    ),
}
NOWHERE = {
    "no address": "PORT = 3015",
    "a database's": "HOST = 'localhost'\nPORT = 5432",
    "far from each other": "HOST = 'localhost'\n" + "a = 1\n" * 5 + "PORT = 3016",
    "two of them": "HOST = 'localhost'\nPORT = 3017\nhttp = {'port': 3018}",
    "in a comment": "# host = 'localhost'\n# port = 3019",
    "another thing's": "DB_HOST = 'localhost'\nDB_PORT = 3021",
    "somebody else's": "HOST = 'example.com'\nPORT = 3020",
}


@pytest.mark.parametrize(("code", "port", "host"), FOUND.values(), ids=FOUND)
def test_the_only_address_is_where_it_listens(code: str, port: int, host: str, folder: Make) -> None:
    program = pipeline.inspect(folder({"serve.py": SERVER.format(code=code)})).programs[0]
    assert (program.kind, program.port, program.host) == ("web", port, host)


@pytest.mark.parametrize("code", NOWHERE.values(), ids=NOWHERE)
def test_others_tell_nothing(code: str, folder: Make) -> None:
    program = pipeline.inspect(folder({"serve.py": SERVER.format(code=code)})).programs[0]
    assert (program.kind, program.port) == ("job", None)
