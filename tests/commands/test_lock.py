"""``lock``: writes, checks, shows; and ``init`` installs from what it wrote."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., "CompletedProcess[str]"]
Make = Callable[[dict[str, str]], Path]
APP = "import flask\napp = flask.Flask(__name__)\n"


@pytest.fixture
def index(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package index of three wheels in a folder."""
    shelf = tmp_path_factory.mktemp("shelf")
    for name, version in (("flask", "2.0.0"), ("flask", "2.1.0"), ("gunicorn", "23.0.0")):
        stem = f"{name}-{version}"
        (shelf / name).mkdir(exist_ok=True)
        with (shelf / name / "index.html").open("a") as page:
            page.write(f'<a href="{stem}-py3-none-any.whl">{stem}-py3-none-any.whl</a>\n')
        with zipfile.ZipFile(shelf / name / f"{stem}-py3-none-any.whl", "w") as archive:
            archive.writestr(f"{stem}.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
            archive.writestr(
                f"{stem}.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
            )
            archive.writestr(f"{stem}.dist-info/RECORD", "")
    monkeypatch.setenv("UV_DEFAULT_INDEX", shelf.as_uri())
    monkeypatch.setenv("UV_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.delenv("DOCKERIZE_ML_OFFLINE")
    return shelf


@pytest.fixture
def project(folder: Make) -> Path:
    return folder({"app.py": APP, "requirements.txt": "flask\n"})


@pytest.mark.usefixtures("index")
def test_it_writes_the_lock_and_leaves_the_list_alone(project: Path, run: Run) -> None:
    done = run("lock", cwd=project)
    assert done.returncode == 0, done.stderr
    assert "flask==2.1.0 \\\n    --hash=sha256:" in (project / "requirements.lock").read_text()
    assert (project / "requirements.txt").read_text() == "flask\n"
    assert "gunicorn>=22 is added" in done.stderr


@pytest.mark.usefixtures("index")
def test_check_tells_whether_it_still_holds(project: Path, run: Run) -> None:
    assert run("lock", "--check", cwd=project).returncode == 1
    run("lock", cwd=project)
    assert run("lock", "--check", cwd=project).returncode == 0
    (project / "requirements.txt").write_text("flask<2.1\n")
    assert run("lock", "--check", cwd=project).returncode == 1


@pytest.mark.usefixtures("index")
def test_json_and_a_dry_run_write_nothing(project: Path, run: Run) -> None:
    done = run("lock", "--dry-run", "--format", "json", cwd=project)
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert (said["schema_version"], said["fresh"]) == (1, False)
    assert {each["name"] for each in said["lock"]["packages"]} == {"flask", "gunicorn"}
    assert not (project / "requirements.lock").exists()


@pytest.mark.usefixtures("index")
def test_diff_shows_what_would_change(project: Path, run: Run) -> None:
    done = run("lock", "--diff", cwd=project)
    assert done.returncode == 1
    assert "+flask==2.1.0" in done.stdout
    run("lock", cwd=project)
    assert run("lock", "--diff", cwd=project).returncode == 0


@pytest.mark.usefixtures("index")
def test_init_installs_from_it_and_says_the_same_twice(project: Path, run: Run) -> None:
    done = run("init", cwd=project)
    assert done.returncode == 0, done.stderr
    first = {path.name: path.read_bytes() for path in project.iterdir() if path.is_file()}
    assert b"--no-deps --require-hashes" in first["Dockerfile"]
    assert "--requirement requirements.lock" in first["Dockerfile"].decode()
    again = run("init", cwd=project, env={"UV_DEFAULT_INDEX": "file:///nowhere", "PYTHONHASHSEED": "7"})
    assert again.returncode == 0, again.stderr
    assert {path.name: path.read_bytes() for path in project.iterdir() if path.is_file()} == first
    assert run("lint", "Dockerfile", "--preset", "all", "--fail-on", "style", cwd=project).returncode == 0


@pytest.mark.usefixtures("index")
def test_init_without_a_lock_if_the_user_says_so(project: Path, run: Run) -> None:
    assert run("init", "--no-lock", cwd=project).returncode == 0
    assert not (project / "requirements.lock").exists()
    assert "requirements.txt" in (project / "Dockerfile").read_text()


def test_init_goes_on_where_the_index_cannot_be_reached(project: Path, run: Run) -> None:
    env = {"DOCKERIZE_ML_OFFLINE": "", "UV_DEFAULT_INDEX": "http://127.0.0.1:9/simple", "UV_NO_CACHE": "1"}
    done = run("init", cwd=project, env=env)
    assert done.returncode == 0, done.stderr
    assert "Not locked" in done.stderr
    assert "cannot be reached" in done.stderr
    assert "requirements.txt" in (project / "Dockerfile").read_text()


def test_what_cannot_be_locked_is_said(folder: Make, run: Run) -> None:
    done = run("lock", cwd=folder({"app.py": APP, "environment.yml": "dependencies:\n  - flask\n  - gdal\n"}))
    assert done.returncode == 2
    assert "only conda has" in done.stderr


def test_a_project_that_is_locked_needs_nothing(folder: Make, run: Run) -> None:
    root = folder(
        {
            "app.py": APP,
            "pyproject.toml": '[project]\nname = "shop"\ndependencies = ["flask<3"]\n',
            "pdm.lock": '[[package]]\nname = "flask"\nversion = "2.1.0"\n',
        }
    )
    done = run("lock", cwd=root)
    assert (done.returncode, "`pdm.lock` has exact versions already" in done.stderr) == (0, True), done.stderr
    assert json.loads(run("lock", "--format", "json", cwd=root).stdout)["fresh"] is True
    assert run("lock", "--check", cwd=root).returncode == 0
    (root / "pyproject.toml").write_text('[project]\nname = "shop"\ndependencies = ["flask>=3"]\n')
    done = run("lock", "--check", cwd=root)
    assert (done.returncode, "Run `pdm lock`" in done.stderr) == (1, True), done.stderr
    done = run("init", "--yes", cwd=root)
    assert "`pdm.lock` is stale: pyproject.toml:3 asks for flask>=3" in done.stderr
    assert not (root / "requirements.lock").exists()


@pytest.mark.usefixtures("index")
def test_a_lock_of_somebody_else_is_never_replaced(project: Path, run: Run) -> None:
    (project / "requirements.lock").write_text("flask==1.0\n")
    assert run("lock", cwd=project).returncode == 2
    assert (project / "requirements.lock").read_text() == "flask==1.0\n"


@pytest.mark.usefixtures("index")
def test_inspect_can_see_all_that_comes_along(project: Path, run: Run) -> None:
    done = run("inspect", "--resolve", "--format", "json", cwd=project)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["facts"]["manifest"]["value"] == "requirements.lock"
    assert not (project / "requirements.lock").exists()
