"""What is written for whole projects has no finding that a comment does not answer."""

import json
import subprocess
import sys
from pathlib import Path

from dockerize_ml import pipeline

ROOT = Path(__file__).resolve().parents[2]
# There is no image of a library, nor of a program for Python 2.
PROJECTS = sorted(
    path
    for path in (ROOT / "tests" / "projects").iterdir()
    if path.is_dir() and "library" not in path.name and not path.name.startswith("python2")
)
SETTINGS: tuple[dict[str, object], ...] = (
    {},
    {"gpu": True, "cache": "mount", "weights": "build", "port-variable": "PORT", "lang": "es"},
    {"gpu": False, "installer": "pip", "debian": "trixie", "comments": "none"},
)


def test_no_linter_has_anything_to_say(tmp_path: Path) -> None:
    for number, project in enumerate(PROJECTS[::5]):
        made = pipeline.generate(project, SETTINGS[number % len(SETTINGS)])
        (tmp_path / f"{project.name}.Dockerfile").write_text(made.files.dockerfile)
    files = sorted(map(str, tmp_path.iterdir()))
    # DL1001 asks for a file without comments that answer a finding, and those are our answers.
    asked = ("--preset", "all", "--ignore", "DL1001", "--fail-on", "never", "--format", "json")
    ours = subprocess.run(
        [sys.executable, "-m", "dockerize_ml", "lint", *asked, *files], capture_output=True, text=True, check=True
    )
    assert json.loads(ours.stdout) == []
    hadolint = Path(sys.executable).with_name("hadolint")
    theirs = subprocess.run([hadolint, "-f", "json", *files], capture_output=True, text=True, check=False)
    assert json.loads(theirs.stdout) == []
