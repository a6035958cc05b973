"""What port and host expressions come to."""

import ast
from pathlib import Path

import pytest

from dockerize_ml.facts.source.constants import Folder
from dockerize_ml.facts.source.graph import SourceGraph
from dockerize_ml.facts.source.resolve import Resolver
from dockerize_ml.facts.source.values import Scope
from dockerize_ml.project.project import Project

SETTINGS = """
import os
PORT = int(os.environ.get("APP_PORT", 9001))

class Base:
    port = 9002

class Config(Base):
    host = "0.0.0.0"

class Loaded:
    def __init__(self):
        self.port = os.getenv("P") or "9003"

settings = Loaded()
NESTED = {"server": {"port": 9004}}
"""

# Each module's last statement is the expression in question.
COMES_TO = {
    "a number": ("8000", 8000),
    "a text": ("'8000'", 8000),
    "a cast": ("int('8000')", 8000),
    "the default of an environment variable": ("import os\nint(os.environ.get('PORT', 5000))", 5000),
    "the default of getenv": ("import os\nos.getenv('PORT', '5001')", 5001),
    "an or after an unknown": ("import os\nint(os.environ.get('PORT') or 5002)", 5002),
    "either branch of a condition": ("import os\nint(os.environ['PORT']) if 'PORT' in os.environ else 5003", 5003),
    "a constant of the module": ("PORT = 8001\nPORT", 8001),
    "the last of two assignments": ("PORT = 1\nPORT = 8002\nPORT", 8002),
    "an unpacked pair": ("HOST, PORT = '0.0.0.0', 8003\nPORT", 8003),
    "a constant of another module": ("from settings import PORT\nPORT", 9001),
    "an attribute of another module": ("import settings\nsettings.PORT", 9001),
    "an attribute inherited by a class": ("from settings import Config\nConfig.port", 9002),
    "an attribute set in __init__": ("from settings import settings\nsettings.port", 9003),
    "a nested dictionary": ("from settings import NESTED as N\nCONFIG = {'a': {'port': 7}}\nCONFIG['a']['port']", 7),
    "a field of pydantic settings": (
        (
            "from pydantic_settings import BaseSettings\nfrom pydantic import Field\n"
            "class S(BaseSettings):\n    port: int = Field(default=8004)\nS().port"
        ),
        8004,
    ),
    "argparse": (
        (
            "import argparse\np = argparse.ArgumentParser()\np.add_argument('-p', '--http-port', default=8005)\n"
            "args = p.parse_args()\nargs.http_port"
        ),
        8005,
    ),
    "decouple": ("from decouple import config\nconfig('PORT', default=8006, cast=int)", 8006),
    "a settings file": ("import yaml\nc = yaml.safe_load(open('conf.yaml'))\nc['web']['port']", 6001),
    "a function of the project": ("def port():\n    return 8007\nport()", 8007),
    "a sum": ("8000 + 8", 8008),
    "a format string": ("P = 8009\nf'0.0.0.0:{P}'", None),
    "an unknown name": ("whatever", None),
    "an environment variable without a default": ("import os\nos.environ['PORT']", None),
    "a port that is none": ("70000", None),
}


@pytest.mark.parametrize("case", COMES_TO)
def test_a_port_expression_comes_to_its_number(case: str, tmp_path: Path) -> None:
    source, expected = COMES_TO[case]
    (tmp_path / "main.py").write_text(source)
    (tmp_path / "settings.py").write_text(SETTINGS)
    (tmp_path / "conf.yaml").write_text("db:\n  port: 1\nweb:\n  port: 6001\n")
    graph = SourceGraph(Project.open(tmp_path))
    module = graph.module("main.py")
    assert module is not None
    last = module.tree.body[-1]
    assert isinstance(last, ast.Expr)

    folded = Folder(Resolver(graph)).fold(last.value, Scope(module))

    assert (folded.port if folded else None) == expected


def test_a_constant_that_names_itself_ends(tmp_path: Path) -> None:
    (tmp_path / "main.py").write_text("from main import PORT\nPORT = PORT\nPORT\n")
    graph = SourceGraph(Project.open(tmp_path))
    module = graph.module("main.py")
    assert module is not None

    assert Folder(Resolver(graph)).fold(ast.parse("PORT", mode="eval").body, Scope(module)) is None
