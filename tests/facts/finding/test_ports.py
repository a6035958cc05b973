"""Where a program binds to that hands its call an address out of a file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
APP = (
    "import sys\nfrom aiohttp import web\nfrom trafaret_config import read\n\nconf = read(sys.argv[1])\n"
    "app = web.Application()\n"
    "web.run_app(app{})\n"
)
HANDED = ", host=conf['host'], port=9002"
CASES = {
    "localhost": (HANDED, "host: 127.0.0.1\nport: 9002\n", "127.0.0.1"),
    "by its name, with a comment": (HANDED, 'HOST: "localhost"  # here\n', "localhost"),
    "everywhere": (HANDED, "host: 0.0.0.0\n", None),
    "in a longer line": (HANDED, "dsn: host: localhost\n", None),
    "a call that is handed none": (", port=9002", "host: 127.0.0.1\n", None),
}


@pytest.mark.parametrize("case", CASES)
def test_the_address_is_read_in_the_file(case: str, folder: Make) -> None:
    given, settings, host = CASES[case]
    files = {"run.py": APP.format(given), "config/app.yml": settings, "requirements.txt": "aiohttp\ntrafaret-config\n"}
    program = pipeline.inspect(folder(files)).programs[0]
    assert program.host == host
    assert [each.path for each in program.host_because] == (["config/app.yml"] if host else [])
