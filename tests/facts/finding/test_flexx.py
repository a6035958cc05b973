"""Programs of flexx."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
APP = """
from flexx import config, flx

{settings}

class Page(flx.Widget):
    def init(self):
        flx.Label(text="hello")

if __name__ == "__main__":
    flx.App(Page).serve("")
    flx.start()
"""


@pytest.mark.parametrize(
    ("settings", "port", "host"),
    [
        ("", 49190, "localhost"),
        ("config.port = 9670\nconfig.hostname = '0.0.0.0'", 9670, "0.0.0.0"),
    ],
)
def test_it_is_found_with_where_it_listens(settings: str, port: int, host: str, folder: Make) -> None:
    root = folder({"app.py": APP.format(settings=settings), "requirements.txt": "flexx\n"})
    program = pipeline.inspect(root).programs[0]
    assert (program.kind, program.framework, program.entrypoint) == ("web", "flexx", "app.py")
    assert (program.port, program.host) == (port, host)
    dockerfile = pipeline.generate(root).files.dockerfile
    assert "FLEXX_HOSTNAME=0.0.0.0" in dockerfile
    assert f"FLEXX_PORT={port}" in dockerfile
