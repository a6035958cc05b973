"""Command lines that the source itself runs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml.facts.source.graph import SourceGraph
from dockerize_ml.facts.words.code import code_commands
from dockerize_ml.facts.words.spoken import Spoken
from dockerize_ml.project.project import Project

Make = Callable[[dict[str, str]], Path]
STARTS = {
    "a list": 'subprocess.run(["streamlit", "run", "shop/app.py"])',
    "a path of its folder": 'p = Path(__file__).parent / "app.py"\nsubprocess.call(["streamlit", "run", str(p)])',
    "more arguments behind it": (
        'p = Path(__file__).parent / "app.py"\nsubprocess.call(["streamlit", "run", str(p)] + sys.argv[1:])'
    ),
    "joined": (
        'p = os.path.join(os.path.dirname(__file__), "app.py")\n'
        'subprocess.run([sys.executable, "-m", "streamlit", "run", p], check=True)'
    ),
    "joined on the spot": 'subprocess.run(["streamlit", "run", os.path.join(os.path.dirname(__file__), "app.py")])',
    "a file of the package": (
        'p = resources.files("shop").joinpath("app.py")\nsubprocess.run(["streamlit", "run", p])'
    ),
    "a name for the command": (
        'p = Path(__file__).with_name("app.py")\ncmd = ["streamlit", "run", str(p)]\nsubprocess.run(cmd)'
    ),
    "in an f-string": 'p = Path(__file__).with_name("app.py")\nos.system(f"streamlit run {p}")',
    "by a function": (
        'def where():\n    return Path(__file__).with_name("app.py")\n\n\n'
        'p = where()\nsubprocess.call(["streamlit", "run", str(p)])'
    ),
    "as its own arguments": 'p = Path(__file__).with_name("app.py")\nsys.argv = ["streamlit", "run", str(p)]',
}
QUIET = {
    "only the run knows": 'subprocess.run(["streamlit", "run", path])',
    "no script": 'p = Path(__file__).parent\nsubprocess.run(["streamlit", "run", str(p)])',
    "another program": 'p = Path(__file__).parent / "app.py"\nsubprocess.run(["black", str(p)])  # then streamlit',
}


def files(folder: Make, code: str) -> list[str]:
    graph = SourceGraph(
        Project.open(folder({"shop/cli.py": f"import subprocess, os, sys\n{code}\n", "shop/app.py": "", "app.py": ""}))
    )
    assert list(code_commands(graph))
    return [each.file for each in Spoken(graph).mentioned]


@pytest.mark.parametrize("code", STARTS.values(), ids=STARTS)
def test_a_command_leads_to_the_script_beside_it(folder: Make, code: str) -> None:
    assert files(folder, code) == ["shop/app.py"]


@pytest.mark.parametrize("code", QUIET.values(), ids=QUIET)
def test_other_commands_lead_nowhere(folder: Make, code: str) -> None:
    assert not files(folder, code)


def test_what_a_test_runs_is_not_how_it_is_started(folder: Make) -> None:
    code = "import subprocess\n\nsubprocess.run(['streamlit', 'run', 'app.py'])\n"
    graph = SourceGraph(Project.open(folder({"tests/test_cli.py": code, "app.py": ""})))
    assert not list(code_commands(graph))
