"""The bundled examples: each gets a Dockerfile that nobody complains about, and that works on an engine."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from uv import find_uv_bin

from dockerize_ml import pipeline

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.is_dir())
NAMES = [path.name for path in EXAMPLES]

# What the Dockerfile of each has to say, beside being clean.
SAYS = {
    "batch_job": ["libgomp1: lightgbm needs it (requirements.txt:1)", 'ENTRYPOINT ["python", "forecast.py"]'],
    "conda_project": ["micromamba create", "EXPOSE 8080"],
    "django_site": [
        "python manage.py collectstatic",
        "python manage.py migrate --noinput; exec gunicorn ",
        "GET /health/ (mysite/urls.py:5)",
    ],
    "fastapi_sklearn": ["--requirement pyproject.toml", '"uvicorn", "main:app"', "GET /health (main.py:30)"],
    "flask_api": ["'gunicorn>=22'", '"app_flask:app"]', "EXPOSE 5000"],
    "gradio_app": ["GRADIO_SERVER_NAME=0.0.0.0", 'CMD ["python", "app.py"]'],
    "opencv_service": ["libgl1", "libglib2.0-0", '"app:app"]'],
    "streamlit_dashboard": ['CMD ["streamlit", "run", "dashboard.py"', "/_stcore/health"],
    "worker_celery": ['CMD ["celery", "--app", "tasks", "worker"'],
}

# Built, started, asked and stopped; the tutorial's has its own test, conda's channel needs a network of its own.
RUN = [
    "batch_job",
    "django_site",
    "fastapi_sklearn",
    "gradio_app",
    "opencv_service",
    "streamlit_dashboard",
    "worker_celery",
]

EXCUSED = {
    # Without its broker a worker waits between two attempts, and only then hears that it is to stop.
    "worker_celery": {"the container stops when told"},
}

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def copy(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of the example of that name."""
    return Path(shutil.copytree(ROOT / "examples" / request.param, tmp_path / request.param))


def test_each_has_its_row() -> None:
    assert sorted(SAYS) == NAMES


@pytest.mark.parametrize("example", EXAMPLES, ids=NAMES)
def test_it_brings_a_readme_and_no_dockerfile(example: Path) -> None:
    assert (example / "README.md").is_file()
    assert not (example / "Dockerfile").exists()
    assert not (example / ".dockerignore").exists()


@pytest.mark.parametrize("example", EXAMPLES, ids=NAMES)
def test_the_dockerfile_says_what_this_project_needs(example: Path) -> None:
    text = pipeline.generate(example).files.dockerfile
    for words in SAYS[example.name]:
        assert words in text


@pytest.mark.parametrize("example", EXAMPLES, ids=NAMES)
def test_the_same_project_gives_the_same_bytes(example: Path) -> None:
    assert pipeline.generate(example).files == pipeline.generate(example).files


@pytest.mark.parametrize("copy", NAMES, indirect=True)
def test_no_linter_has_anything_to_say(copy: Path, run: Run) -> None:
    assert run("init", "--yes", cwd=copy).returncode == 0
    for preset in ("all", "recommended"):
        # DL1001 asks for a file without comments that answer a finding, and those are our answers.
        asked = ("--preset", preset, "--ignore", "DL1001", "--fail-on", "style", "--format", "json")
        ours = run("lint", *asked, "Dockerfile", cwd=copy)
        assert (ours.returncode, json.loads(ours.stdout)) == (0, [])
    hadolint = Path(sys.executable).with_name("hadolint")
    theirs = subprocess.run([hadolint, "Dockerfile"], cwd=copy, capture_output=True, text=True, check=False)
    assert (theirs.returncode, theirs.stdout) == (0, "")
    again = run("init", "--yes", "--diff", cwd=copy)
    assert (again.returncode, again.stdout) == (0, "")


@pytest.mark.docker
@pytest.mark.parametrize("copy", NAMES, indirect=True)
def test_buildkit_has_nothing_to_say(copy: Path, run: Run) -> None:
    assert run("init", "--yes", cwd=copy).returncode == 0
    done = subprocess.run(["docker", "build", "--check", "."], cwd=copy, capture_output=True, text=True, check=False)
    if "micromamba" in done.stderr and "failed to resolve source metadata" in done.stderr:
        pytest.skip("the engine cannot reach the image of micromamba")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.docker
@pytest.mark.parametrize("copy", RUN, indirect=True)
def test_the_image_works(copy: Path, run: Run, no_containers_left: None) -> None:
    assert run("init", "--yes", cwd=copy).returncode == 0
    assert_it_works(copy, run)


@pytest.mark.docker
@pytest.mark.parametrize("copy", ["fastapi_sklearn"], indirect=True)
def test_the_image_installs_what_uv_locked(copy: Path, run: Run, no_containers_left: None) -> None:
    manifest = copy / "pyproject.toml"
    manifest.write_text(manifest.read_text().replace(">=3.12,<3.13", ">=3.11"))
    # The lock names the index that it was made with: that of whoever runs the test, so it is in no folder of ours.
    subprocess.run([find_uv_bin(), "lock", "--quiet", "--python", sys.executable], cwd=copy, check=True)
    assert run("init", "--yes", cwd=copy).returncode == 0
    assert "uv sync --frozen" in (copy / "Dockerfile").read_text()
    assert not (copy / "requirements.lock").exists()
    assert_it_works(copy, run)


def assert_it_works(project: Path, run: Run) -> None:
    tag = f"dockerize-ml-test-{project.name.replace('_', '-')}"
    done = run("validate", "--run", "--format", "json", "--tag", tag, cwd=project)
    checks = {check["name"]: check["status"] for check in json.loads(done.stdout)["checks"]}
    failed = {name for name, status in checks.items() if status == "failed"} - EXCUSED.get(project.name, set())
    assert not failed, done.stdout + done.stderr
    assert checks["the image builds"] == "ok"
    assert checks.keys() & {"the program runs to its end", "the program keeps running", "the health check passes"}
