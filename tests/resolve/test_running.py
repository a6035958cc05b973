"""Sets whose own code keeps them from running on a Python, or with each other."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.knowledge.python_limits import python_limits
from dockerize_ml.resolve import loaded
from dockerize_ml.resolve.loaded import unpacked
from dockerize_ml.resolve.model import Lock, Locked
from dockerize_ml.resolve.releases import Release
from dockerize_ml.resolve.resolve import Wish
from dockerize_ml.resolve.uv import Clock, Uv

Make = Callable[[dict[str, str]], Path]


def locked(folder: Make, requirements: str, code: str, day: str) -> Lock:
    found = pipeline.lock(folder({"app.py": code, "requirements.txt": requirements}), {"as_of": day}, Wish(lock=True))
    assert found.lock is not None
    return found.lock


@pytest.mark.parametrize(
    ("name", "version", "python", "forbidden"),
    [
        ("pydantic", "1.9.1", "3.11", True),
        ("pydantic", "1.9.1", "3.10", False),
        ("pydantic", "1.10.2", "3.11", False),
        ("six", "1.15.0", "3.12", True),
        ("six", "1.16.0", "3.12", False),
        ("setuptools", "65.6.3", "3.11", False),
        ("pscript", "0.7.1", "3.8", True),
        ("pscript", "0.7.1", "3.7", False),
        ("pscript", "0.7.3", "3.8", False),
        ("gradio", "3.50.2", "3.12", True),
        ("gradio", "4.13.0", "3.12", False),
    ],
)
def test_a_limit_is_of_versions_and_pythons(name: str, version: str, python: str, *, forbidden: bool) -> None:
    assert any(limit.forbids(version, python) for limit in python_limits()[name]) == forbidden


OPTIONAL = "import typer\n\napp = typer.Typer()\n\n\n@app.command()\ndef say({}):\n    print(1)\n\n\napp()\n"


@pytest.mark.parametrize(
    ("given", "concerned"),
    [
        ("name: str | None = None", True),
        ("days: int = 3, name: list[str] | None = None", True),
        ("name: str = 'you'", False),
        ("name: Optional[str] = None", False),
    ],
)
def test_a_limit_may_be_of_those_who_use_something(given: str, *, concerned: bool) -> None:
    (limit,) = python_limits()["typer"]
    assert limit.forbids("0.7.0", "3.11")
    assert limit.concerns(["import rich\n", OPTIONAL.format(given)]) == concerned


@pytest.mark.network
def test_what_its_own_code_keeps_from_a_python_goes_to_an_older_one(folder: Make) -> None:
    lock = locked(folder, "typer<0.8\n", OPTIONAL.format("name: str | None = None"), "2022-11-21")
    assert lock.python in {"3.7", "3.8", "3.9", "3.10"}
    assert lock.python_why.startswith("typer==0.7.0 needs an older one: ")
    assert locked(folder, "typer<0.8\n", OPTIONAL.format("name: str = 'you'"), "2022-11-21").python == "3.11"


@pytest.mark.network
def test_a_set_of_before_a_python_goes_to_an_older_one(folder: Make) -> None:
    lock = locked(folder, "fastapi\n", "from fastapi import FastAPI\n\napp = FastAPI()\n", "2021-06-15")
    assert lock.python in {"3.7", "3.8", "3.9", "3.10"}
    assert lock.python_why.startswith("pydantic==1.")


@pytest.mark.network
def test_the_server_that_is_asked_for_has_to_run_too(folder: Make) -> None:
    code = "def app(environ, start_response):\n    start_response('200 OK', [])\n    return [b'fine']\n"
    lock = locked(folder, "gunicorn==19.9.0\n", code, "2020-01-15")
    assert lock.python in {"3.7", "3.8", "3.9"}
    assert lock.python_why.startswith("gunicorn==19.9.0 needs an older one: ")


def test_servers_are_known_by_their_commands() -> None:
    found = (Locked("serving", "1.0", "serving==1.0", (), ()), Locked("tool", "1.0", "tool==1.0", (), ()))
    with unpacked(Uv(Clock.of(60)), (), "3.11") as sources:
        for each, command in zip(found, ("gunicorn", "a-tool"), strict=True):
            folder = sources.contents.root / f"{each.name}-1.0.dist-info"
            folder.mkdir()
            text = f"[console_scripts]\n{command} = {each.name}.main:run\n\n[other]\nname = value\n"
            (folder / "entry_points.txt").write_text(text)
        assert list(sources.started({"serving", "tool"})) == ["serving.main"]
        assert not list(sources.started({"tool"}))


@pytest.mark.parametrize(
    ("size", "is_pure", "imported", "is_there"),
    [
        (1_000_000, False, set(), True),
        (5_000_000, True, {"thing"}, True),
        (5_000_000, True, set(), False),
        (5_000_000, False, {"thing"}, False),
        (50_000_000, True, {"thing"}, False),
    ],
)
def test_bigger_ones_are_looked_into_where_the_program_imports_them_and_nothing_is_compiled(
    wheel: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    size: int,
    imported: set[str],
    *,
    is_pure: bool,
    is_there: bool,
) -> None:
    release = Release("thing", "1.0", None, frozenset({"3.11"}), "", size, is_pure)
    monkeypatch.setattr(loaded, "releases", lambda *_, **__: {"thing": release})
    wheel("thing", "1.0")
    found = (Locked("thing", "1.0", "thing==1.0", (), ()),)
    with unpacked(Uv(Clock.of(60)), found, "3.11", imported) as sources:
        assert any(sources.contents.root.glob("thing-1.0.dist-info")) == is_there


@pytest.mark.network
def test_a_limit_holds_for_what_is_kept_to_old_versions_today(folder: Make) -> None:
    code = "import gradio as gr\ngr.Interface(lambda x: x, gr.inputs.Textbox(), 'text').launch()\n"
    assert locked(folder, "gradio\n", code, "now").python == "3.11"
