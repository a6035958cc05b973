"""Projects with an index, or a folder of wheels, of their own."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from dockerize_ml import pipeline
from dockerize_ml.manifests.lock_header import NAME
from dockerize_ml.resolve.model import Resolution
from dockerize_ml.resolve.resolve import Wish

Make = Callable[[dict[str, str]], Path]
Wheel = Callable[..., None]
ANYWAY = Wish(lock=True)


class Silent(SimpleHTTPRequestHandler):
    """Writes no log."""

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - its own name for it
        """Say nothing."""


@pytest.fixture
def own_shelf(shelf: Path, wheel: Wheel, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index with packages that the usual one does not have."""
    folder = tmp_path_factory.mktemp("own")
    for version in ("1.0", "2.0"):
        wheel("prices", version, "six")
    wheel("rates", "5.0")
    for name in ("prices", "rates"):
        shutil.move(shelf / name, folder)
    wheel("six", "1.16.0")
    return folder


@pytest.fixture
def own(own_shelf: Path) -> Iterator[str]:
    """Its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(own_shelf))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def locked(root: Path, **flags: object) -> Resolution:
    return pipeline.lock(root, flags, ANYWAY)


def test_both_are_asked_and_the_lock_names_the_one(own: str, folder: Make) -> None:
    found = locked(folder({"job.py": "import prices\n", "requirements.txt": f"--extra-index-url {own}\nprices<2\n"}))
    assert found.lock is not None, found
    assert {each.text for each in found.lock.packages} == {"prices==1.0", "six==1.16.0"}
    assert f"\n--extra-index-url {own}\n" in (found.text or "")


def test_the_dockerfile_takes_the_best_of_both(own: str, folder: Make) -> None:
    root = folder({"job.py": "import prices\n", "requirements.txt": f"--extra-index-url {own}\nprices\n"})
    made = pipeline.generate(root, wish=ANYWAY)
    assert "--index-strategy unsafe-best-match" in made.files.dockerfile
    assert own not in made.files.dockerfile
    (root / NAME).write_text(made.lock.text if made.lock and made.lock.text else "")
    assert pipeline.lock(root, wish=Wish(offline=True)).is_fresh
    (root / "requirements.txt").write_text("prices\n")
    assert not pipeline.lock(root, wish=Wish(offline=True)).is_fresh


def test_an_index_without_days_gives_its_newest_and_that_is_said(own: str, folder: Make) -> None:
    files = {"job.py": "import rates\n", "requirements.txt": f"--index-url {own}\nrates\n"}
    found = locked(folder(files), as_of="2021-01-01", python="3.12")
    assert found.lock is not None, found
    assert [each.text for each in found.lock.packages] == ["rates==5.0"]
    assert f"{own} tells no days" in found.lock.as_of_why


def test_an_index_instead_of_the_usual_one_is_asked_alone(own: str, folder: Make) -> None:
    found = locked(folder({"job.py": "import prices\n", "requirements.txt": f"--index-url {own}\nprices\n"}))
    assert found.failure is not None
    assert "six was not found" in found.failure.reason


def test_wheels_of_the_project_count_and_are_copied(shelf: Path, wheel: Wheel, folder: Make) -> None:
    wheel("prices", "3.0")
    root = folder({"job.py": "import prices\n", "requirements.txt": "--no-index\n--find-links ./wheels\nprices\n"})
    (root / "wheels").mkdir()
    shutil.move(shelf / "prices" / "prices-3.0-py3-none-any.whl", root / "wheels")
    made = pipeline.generate(root, wish=ANYWAY)
    assert made.lock is not None
    assert "\n--no-index\n--find-links ./wheels\nprices==3.0 \\\n" in (made.lock.text or ""), made.lock
    assert "\nCOPY wheels wheels/\n" in made.files.dockerfile


POETRY = """\
[tool.poetry]
name = "x"
version = "1"
package-mode = false

[tool.poetry.dependencies]
python = "^3.11"
prices = "<3"

[[tool.poetry.source]]
name = "own"
url = "{own}"
priority = "{priority}"
"""
UV = """\
[project]
name = "x"
version = "1"
dependencies = ["prices<3"]

[[tool.uv.index]]
name = "own"
url = "{own}"
explicit = true

[tool.uv.sources]
prices = {{ index = "own" }}
"""
PIPFILE = """\
[[source]]
name = "pypi"
url = "https://pypi.{ending}/simple"

[[source]]
name = "own"
url = "{own}"

[packages]
prices = {{ version = "<3", index = "own" }}
"""
BESIDE = {
    "Poetry": ("pyproject.toml", POETRY.replace("{priority}", "supplemental")),
    "uv": ("pyproject.toml", UV),
    "pipenv": ("Pipfile", PIPFILE),
}


@pytest.mark.parametrize(("name", "text"), BESIDE.values(), ids=BESIDE)
def test_an_index_beside_the_usual_one_goes_first(name: str, text: str, own: str, folder: Make, wheel: Wheel) -> None:
    """A stranger's package of the same name, however new it is, is not what the project means."""
    wheel("prices", "2.9")
    found = locked(folder({"job.py": "import prices\n", name: text.format(own=own, ending="org")}))
    assert found.lock is not None, found
    assert {each.text for each in found.lock.packages} == {"prices==2.0", "six==1.16.0"}
    assert f"\n--extra-index-url {own}\n" in (found.text or "")


@pytest.mark.usefixtures("shelf")
def test_an_index_that_takes_the_place_of_the_usual_one_is_left_to_its_tool(own: str, folder: Make) -> None:
    text = POETRY.replace("{priority}", "primary").format(own=own)
    found = locked(folder({"job.py": "import prices\n", "pyproject.toml": text}))
    assert found.because == "pyproject.toml takes packages from a place of its own"


LEFT = {
    "a password": "--extra-index-url https://me:secret@packages.example.org/simple",
    "a variable": "--index-url https://${TOKEN}@packages.example.org/simple",
    "a folder that is not there": "--find-links ../wheels",
    "a file address": "--index-url file:///srv/packages",
}


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize("line", LEFT.values(), ids=LEFT)
def test_what_cannot_be_asked_is_left_unlocked(line: str, folder: Make) -> None:
    found = locked(folder({"job.py": "import six\n", "requirements.txt": f"{line}\nsix\n"}))
    assert found.text is None
    assert "takes packages from" in found.because
    assert "secret" not in found.because


@pytest.mark.usefixtures("shelf")
def test_one_that_does_not_answer_is_named(folder: Make) -> None:
    line = "--extra-index-url http://127.0.0.1:9/simple/"
    found = locked(folder({"job.py": "import six\n", "requirements.txt": f"{line}\nsix\n"}))
    assert found.failure is not None
    assert found.failure.reason == "http://127.0.0.1:9/simple/ or the package index cannot be reached."


def test_a_copy_of_the_index_is_no_place_of_its_own(own_shelf: Path, wheel: Wheel, folder: Make) -> None:
    wheel("rates", "6.0")
    text = (
        '[tool.poetry]\nname = "shop"\n\n[tool.poetry.dependencies]\npython = "^3.11"\nrates = "*"\n\n'
        '[[tool.poetry.source]]\nname = "near"\nurl = "https://mirrors.aliyun.com/pypi/simple/"\ndefault = true\n'
    )
    found = locked(folder({"job.py": "import rates\n", "pyproject.toml": text}))
    assert found.lock is not None, found
    assert {each.text for each in found.lock.packages} == {"rates==6.0"}
    assert "aliyun" not in (found.text or "")
    assert own_shelf


def test_the_index_is_asked_where_its_copy_does_not_answer(
    own_shelf: Path, wheel: Wheel, folder: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel("rates", "6.0")
    monkeypatch.setattr("dockerize_ml.resolve.places.is_mirror", lambda address: address.endswith(":9/simple"))
    text = "--index-url http://127.0.0.1:9/simple\nrates\n"
    found = locked(folder({"job.py": "import rates\n", "requirements.txt": text}))
    assert found.lock is not None, found
    assert {each.text for each in found.lock.packages} == {"rates==6.0"}
    assert "index-url" not in (found.text or "")
    assert own_shelf
