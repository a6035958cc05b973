"""What each command may load: start-up time is kept by what is not imported, not by a clock."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "typer",
    "rich",
    "jinja2",
    "pydantic",
    "yaml",
    "packaging",
    "dockerize_ml.facts",
    "dockerize_ml.plan",
    "dockerize_ml.engine",
)

# Command → what of HEAVY it may load.
MAY_LOAD = {
    "--version": (),
    "lint Dockerfile": ("typer",),
    "lint Dockerfile --format json": ("typer",),
    "explain DL3042": ("typer",),
    "inspect": ("typer", "packaging", "dockerize_ml.facts"),
}

LISTING = """
import atexit, runpy, sys
atexit.register(lambda: sys.stderr.write("\\nLOADED " + " ".join(sys.modules)))
sys.argv = ["dockerize-ml", *sys.argv[1:]]
runpy.run_module("dockerize_ml", run_name="__main__")
"""


def loaded(command: str, folder: Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", LISTING, *command.split()], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.rpartition("LOADED ")[2].split())


@pytest.mark.parametrize(("command", "may"), MAY_LOAD.items())
def test_a_command_loads_only_what_it_needs(command: str, may: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text("FROM python:3.12-slim\nUSER 10001\n")
    (tmp_path / "app.py").write_text("print('hello')\n")
    modules = loaded(command, tmp_path)
    heavy = {name for name in HEAVY if name in modules}
    assert heavy <= set(may)


def test_importing_the_package_costs_nothing() -> None:
    code = "import sys; before = set(sys.modules); import dockerize_ml; print(*(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == {"dockerize_ml", "dockerize_ml.version"}
