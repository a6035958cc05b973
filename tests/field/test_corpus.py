"""The list of projects in the field, and what is laid down of an archive."""

from datetime import date
from pathlib import Path

import pytest
from benchmarks.field import corpus
from benchmarks.field.corpus import Found
from packaging.requirements import Requirement

from dockerize_ml.project.last_commit import last_commit

PROJECTS = corpus.corpus()


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive that was fetched before."""
    folder = tmp_path / "archives" / "tool-1.0"
    (folder / "demo" / "pkg.egg-info").mkdir(parents=True)
    folder.with_name("tool-1.0.day").write_text("2021-03-04")
    for name in ("app-core.py", "app-express.py", "Dockerfile", "PKG-INFO", "pkg.egg-info/SOURCES.txt"):
        (folder / "demo" / name).write_text("x = 1\n")
    (folder / "demo" / "README.md.template").write_text("# {name}\n")
    (folder / "demo" / "setup.cfg").write_text("[metadata]\nname = x\n\n[egg_info]\ntag_build = \ntag_date = 0\n")
    monkeypatch.setattr(corpus, "ARCHIVES", tmp_path / "archives")
    return folder


def test_each_has_a_name_of_its_own_a_pinned_origin_and_something_to_say() -> None:
    assert len({each.name for each in PROJECTS}) == len(PROJECTS)
    assert all(str(Requirement(each.requirement).specifier).startswith("==") for each in PROJECTS)
    assert all(each.says or each.outside or each.is_job for each in PROJECTS)
    assert all(bool(each.needs) == bool(each.outside) for each in PROJECTS)


def test_a_folder_is_laid_as_its_author_had_it_on_the_day_of_its_upload(archive: Path, tmp_path: Path) -> None:
    project = Found(
        name="demo",
        says="",
        what="a demo",
        requirement="tool==1.0",
        counted="web",
        folder="demo",
        renamed=(("app-core.py", "app.py"),),
        without=("app-express.py",),
        filled=(("{name}", "Ada"),),
    )
    root = project.laid(tmp_path)
    assert sorted(path.name for path in root.iterdir()) == [".git", "README.md", "app.py", "setup.cfg"]
    assert (root / "README.md").read_text() == "# Ada\n"
    assert (root / "setup.cfg").read_text() == "[metadata]\nname = x\n"
    assert last_commit(root) == date(2021, 3, 4)
    assert (archive / "demo" / "Dockerfile").exists()


def test_single_files_are_laid_at_the_top(archive: Path, tmp_path: Path) -> None:
    project = Found(name="one", says="", what="", requirement="tool==1.0", counted="web", files=("demo/app-core.py",))
    assert sorted(path.name for path in project.laid(tmp_path).iterdir()) == [".git", "app-core.py"]
    assert archive.exists()


COMPLAINTS = {
    "nothing to complain of": ("Listening on 8000\n", ""),
    "a traceback behind a page": (
        'Traceback (most recent call last):\n  File "/app/app.py", line 1, in <module>\nKeyError: 1\n',
        "KeyError: 1",
    ),
}


@pytest.mark.parametrize(("log", "complaint"), COMPLAINTS.values(), ids=COMPLAINTS.keys())
def test_a_log_complains(log: str, complaint: str) -> None:
    assert PROJECTS[0].complaint(log) == complaint
