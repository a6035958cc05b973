"""Models of Mesa with their page, up to Mesa 2."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
SERVER = (
    "from mesa.visualization.ModularVisualization import ModularServer\n\nserver = ModularServer(None, [], 'S', {})\n"
)


@pytest.mark.parametrize(("said", "port"), [("server.launch()", 8521), ("server.launch(9000)", 9000)])
def test_it_is_found_with_its_port(said: str, port: int, folder: Make) -> None:
    files = {
        "run.py": f"from server import server\n\n{said}\n",
        "server.py": SERVER,
        "requirements.txt": "mesa==0.8.8\n",
    }
    program = pipeline.inspect(folder(files)).programs[0]
    assert (program.kind, program.framework, program.entrypoint, program.port) == ("web", "mesa", "run.py", port)


def test_a_model_without_a_page_is_none(folder: Make) -> None:
    files = {"run.py": "from mesa import Model\n\nModel().step()\n", "requirements.txt": "mesa\n"}
    assert pipeline.inspect(folder(files)).programs[0].kind == "job"
