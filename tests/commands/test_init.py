"""``init``: writes both files, once, and never over a user's own without consent."""

import re
import stat
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., "CompletedProcess[str]"]
Typed = Callable[..., tuple[int, str]]


def test_the_example_gets_both_files_and_the_next_commands(example: Path, run: Run) -> None:
    done = run("init", cwd=example)
    assert done.returncode == 0, done.stderr
    assert (example / "Dockerfile").read_text().startswith("# flask web: app_flask:app, port 5000, Python 3.12.\n")
    assert "**/.env\n" in (example / ".dockerignore").read_text()
    assert "app_flask.py:9" in done.stderr
    assert "gunicorn is added" in done.stderr
    for command in ("docker build", "docker run --rm -p 5000:5000", "dockerize-ml validate --run"):
        assert command in done.stderr


def test_the_same_project_gives_the_same_bytes(example: Path, run: Run) -> None:
    run("init", cwd=example)
    first = (example / "Dockerfile").read_bytes()
    again = run("init", cwd=example, env={"PYTHONHASHSEED": "7"})
    assert again.returncode == 0
    assert (example / "Dockerfile").read_bytes() == first
    assert not (example / ".dockerize-ml").exists()


def test_what_it_writes_has_nothing_to_find(example: Path, run: Run) -> None:
    run("init", cwd=example)
    done = run("lint", "Dockerfile", "--preset", "all", "--fail-on", "style", cwd=example)
    assert done.returncode == 0, done.stdout


def test_a_file_that_differs_is_not_replaced(example: Path, run: Run) -> None:
    (example / "Dockerfile").write_text("FROM mine\n")
    done = run("init", cwd=example)
    assert done.returncode == 2
    assert "--force" in done.stderr
    assert (example / "Dockerfile").read_text() == "FROM mine\n"
    assert not (example / ".dockerignore").exists()


def test_force_keeps_the_old_file(example: Path, run: Run) -> None:
    (example / "Dockerfile").write_text("FROM mine\n")
    done = run("init", "--force", cwd=example)
    assert done.returncode == 0, done.stderr
    (kept,) = (example / ".dockerize-ml" / "backups").glob("*/Dockerfile")
    assert kept.read_text() == "FROM mine\n"
    assert str(kept.relative_to(example)) in done.stderr


def test_a_dry_run_prints_and_writes_nothing(example: Path, run: Run) -> None:
    before = sorted(path.name for path in example.iterdir())
    done = run("init", "--dry-run", cwd=example)
    assert done.returncode == 0
    assert "FROM python:3.12-slim-bookworm" in done.stdout
    assert sorted(path.name for path in example.iterdir()) == before


def test_diff_says_by_its_exit_code_whether_anything_would_change(example: Path, run: Run) -> None:
    done = run("init", "--diff", cwd=example)
    assert done.returncode == 1
    assert "+FROM python:3.12-slim-bookworm" in done.stdout
    run("init", cwd=example)
    done = run("init", "--diff", cwd=example)
    assert (done.returncode, done.stdout) == (0, "")


def test_a_link_is_not_written_through(example: Path, run: Run, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("mine\n")
    (example / "Dockerfile").symlink_to(outside)
    done = run("init", "--force", cwd=example)
    assert done.returncode == 2
    assert "link" in done.stderr
    assert outside.read_text() == "mine\n"


def test_a_replaced_file_keeps_its_mode(example: Path, run: Run) -> None:
    dockerfile = example / "Dockerfile"
    dockerfile.write_text("FROM mine\n")
    dockerfile.chmod(0o600)
    run("init", "--force", cwd=example)
    assert stat.S_IMODE(dockerfile.stat().st_mode) == 0o600


def test_a_flag_decides_a_fact(example: Path, run: Run) -> None:
    run("init", "--port", "8080", "--python", "3.13", cwd=example)
    text = (example / "Dockerfile").read_text()
    assert "EXPOSE 8080" in text
    assert "FROM python:3.13-slim-bookworm" in text


def test_a_setting_decides_a_fact(example: Path, run: Run) -> None:
    (example / "dockerize-ml.toml").write_text('port = 8080\ncomments = "none"\n')
    assert run("init", cwd=example).returncode == 0
    assert "EXPOSE 8080" in (example / "Dockerfile").read_text()


BAD = {
    "a folder that is not there": ({}, "missing", "does not exist"),
    "an empty folder": ({}, ".", "empty"),
    "a folder without Python": ({"notes.txt": "hello"}, ".", "no Python"),
    "an unknown setting": ({"app.py": "print()", "dockerize-ml.toml": "prot = 1\n"}, ".", "Did you mean `port`?"),
    "settings in two places": (
        {"app.py": "print()", "dockerize-ml.toml": "port = 1\n", "pyproject.toml": "[tool.dockerize-ml]\nport = 2\n"},
        ".",
        "Keep one",
    ),
}


@pytest.mark.parametrize(("files", "path", "words"), BAD.values(), ids=BAD.keys())
def test_bad_input_is_an_error_without_a_traceback(
    files: dict[str, str], path: str, words: str, folder: Callable[[dict[str, str]], Path], run: Run
) -> None:
    done = run("init", path, cwd=folder(files))
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert "hint:" in done.stderr


SERVICES = {
    "api.py": "from fastapi import FastAPI\napp = FastAPI()\n",
    "worker.py": "from celery import Celery\ncelery = Celery('tasks', broker='redis://redis')\n",
    "requirements.txt": "fastapi\nuvicorn\ncelery\n",
}


def test_one_program_of_several_is_picked_by_name(folder: Callable[[dict[str, str]], Path], run: Run) -> None:
    root = folder(SERVICES)
    done = run("init", "--service", "worker:celery", "--dry-run", cwd=root)
    assert done.returncode == 0, done.stderr
    assert 'CMD ["celery", "--app"' in done.stdout
    assert "EXPOSE" not in done.stdout


def test_a_program_that_is_not_there_is_told_the_others(folder: Callable[[dict[str, str]], Path], run: Run) -> None:
    done = run("init", "--service", "dashboard", cwd=folder(SERVICES))
    assert done.returncode == 2
    assert "api:app" in done.stderr


def test_a_gpu_is_asked_for_in_the_command_to_run(example: Path, run: Run) -> None:
    done = run("init", "--gpu", "--comments", "none", cwd=example)
    assert "docker run --rm --gpus all -p 5000:5000" in done.stderr
    assert "# Port" not in (example / "Dockerfile").read_text()


def test_without_one_none_is_asked_for(example: Path, run: Run) -> None:
    assert "--gpus" not in run("init", "--no-gpu", cwd=example).stderr


@pytest.mark.parametrize(("answer", "replaced"), [("y", True), ("n", False), ("", False)])
def test_a_terminal_is_asked_before_a_file_is_replaced(
    example: Path, typed: Typed, answer: str, *, replaced: bool
) -> None:
    (example / "Dockerfile").write_text("FROM mine\n")
    code, screen = typed("init", "--offline", cwd=example, answers=[answer])
    assert "-FROM mine" in screen
    assert "Replace Dockerfile? The old one is kept." in screen
    assert code == (0 if replaced else 2)
    assert ((example / "Dockerfile").read_text() != "FROM mine\n") == replaced


def test_a_terminal_is_asked_which_program_is_meant(tmp_path: Path, typed: Typed) -> None:
    for name in ("first", "second"):
        (tmp_path / f"{name}.py").write_text(f"print('{name}')\n")
    code, screen = typed("init", "--offline", cwd=tmp_path, answers=["third", "second"])
    assert code == 0
    assert "There is no program `third`." in screen
    assert (tmp_path / "Dockerfile").read_text().startswith("# script job: second.py")


def test_all_that_is_shown_is_in_the_readers_language(run: Run, tmp_path: Path) -> None:
    _write(
        tmp_path, {"app.py": "import json\nfrom flask import Flask\napp = Flask(__name__)\n", "job.py": "print(1)\n"}
    )
    done = run("init", "--lang", "es", "--no-lock", "--yes", cwd=tmp_path)
    said = re.sub(r"`[^`]*`|(?:docker|dockerize-ml) .*|app\.py:\d+ .*", "", done.stderr)
    assert "Encontrado" in said
    assert "Contexto de construcción" in said
    assert "el puerto por omisión de flask" in said
    assert "Lo siguiente" in said
    assert not re.search(r"\b(?:the|is|of|and|Found|Next|wrote|certain|likely|guess)\b", said), said


@pytest.mark.parametrize("file", ["dockerize-ml.toml", "pyproject.toml"])
def test_the_language_of_the_settings_counts(run: Run, tmp_path: Path, file: str) -> None:
    head = "[tool.dockerize-ml]\n" if file == "pyproject.toml" else ""
    _write(tmp_path, {"app.py": "from flask import Flask\napp = Flask(__name__)\n", file: f'{head}lang = "es"\n'})
    assert "Encontrado" in run("init", "--no-lock", "--yes", cwd=tmp_path).stderr
    assert "Found" in run("init", "--no-lock", "--yes", "--force", "--lang", "en", cwd=tmp_path).stderr


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).write_text(text)
