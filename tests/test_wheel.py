"""The wheel holds all that it needs: installed into an empty environment it renders in another folder."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def run(*command: str | Path, cwd: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_renders_from_its_own_templates(example: Path, tmp_path: Path) -> None:
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    run(*pip, "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", tmp_path, ROOT, cwd=tmp_path)
    (wheel,) = tmp_path.glob("dockerize_ml-*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    shipped = {f"dockerize_ml/templates/{path.relative_to(ROOT / 'templates').as_posix()}" for path in templates()}
    assert shipped <= set(names)
    assert not [name for name in names if name.startswith(("tests/", "examples/"))]
    run(sys.executable, "-m", "venv", tmp_path / "empty", cwd=tmp_path)
    python = tmp_path / "empty" / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, cwd=tmp_path)
    run(python.parent / "dockerize-ml", "init", example, cwd=tmp_path)
    assert "FROM python:" in (example / "Dockerfile").read_text()
    where = run(python, "-c", "from dockerize_ml.render.templates import folder; print(folder())", cwd=tmp_path)
    assert str(tmp_path / "empty") in where


def templates() -> list[Path]:
    return [path for path in (ROOT / "templates").rglob("*") if path.is_file()]
