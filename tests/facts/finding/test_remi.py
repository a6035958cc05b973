"""Programs of remi."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
APP = """
import remi.gui as gui
from remi import start, App

class Page(App):
    def main(self):
        return gui.Label("hello")

if __name__ == "__main__":
    start(Page{given})
"""


@pytest.mark.parametrize(
    ("given", "port", "host"),
    [("", 8081, "127.0.0.1"), (", address='0.0.0.0', port=9000, start_browser=False", 9000, "0.0.0.0")],
)
def test_it_is_found_with_where_it_listens(given: str, port: int, host: str, folder: Make) -> None:
    root = folder({"page.py": APP.format(given=given), "requirements.txt": "remi\n"})
    program = pipeline.inspect(root).programs[0]
    assert (program.kind, program.framework, program.entrypoint) == ("web", "remi", "page.py")
    assert (program.port, program.host) == (port, host)
