"""Programs whose command line a class of another package reads."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.facts.program import Program

Make = Callable[[dict[str, str]], Path]
COMMAND = """
from {package} import WebserverCmd
from shop.web import Web

class ShopCmd(WebserverCmd):
    def cmd_main(self, argv=None):
        return super().cmd_main(argv)

def main(argv=None):
    return ShopCmd(Web.config(), Web).cmd_main(argv)
"""
WEB = """
from ngwidgets.webserver import WebserverConfig

class Web:
    @classmethod
    def config(cls):
        return WebserverConfig({settings})
"""
WORDS = ("--serve", "--host", "0.0.0.0", "--port", "{port}")


def found(folder: Make, package: str, settings: str) -> Program:
    root = folder(
        {
            "pyproject.toml": '[project]\nname = "shop"\nversion = "1"\n[project.scripts]\nshop = "shop.cli:main"\n',
            "shop/__init__.py": "",
            "shop/cli.py": COMMAND.format(package=package),
            "shop/web.py": WEB.format(settings=settings),
        }
    )
    return pipeline.inspect(root).programs[0]


@pytest.mark.parametrize(("settings", "port"), [("default_port=9861", 9861), ("", 9860)])
def test_it_is_made_to_serve(settings: str, port: int, folder: Make) -> None:
    program = found(folder, "ngwidgets.cmd", settings)
    assert (program.kind, program.entrypoint, program.arguments, program.port) == ("web", "shop", WORDS, port)


def test_a_class_of_anybody_else_tells_nothing(folder: Make) -> None:
    program = found(folder, "elsewhere.cmd", "default_port=9861")
    assert (program.kind, program.arguments, program.port) == ("job", (), None)
