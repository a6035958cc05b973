"""PyTorch where its own index does not answer."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.resolve.lockfile import lock_text
from dockerize_ml.resolve.resolve import Wish
from dockerize_ml.resolve.torch_index import answers
from dockerize_ml.resolve.uv import Clock, Uv

Make = Callable[[dict[str, str]], Path]
Wheel = Callable[..., None]
Answer = Callable[..., None]

JOB = "import torch\n\nprint(torch.ones(3))\n"
LOOSE = {"job.py": JOB, "requirements.txt": "torch\n"}
PINNED = {"job.py": JOB, "requirements.txt": "torch==2.1.0\n"}
LOCKED = {
    "job.py": JOB,
    "pyproject.toml": '[project]\nname = "svc"\nversion = "1"\nrequires-python = ">=3.11"\ndependencies = ["torch"]\n',
    "uv.lock": """version = 1
requires-python = ">=3.11"

[[package]]
name = "svc"
version = "1"
source = { virtual = "." }
dependencies = [{ name = "torch" }]

[[package]]
name = "torch"
version = "2.1.0"
dependencies = [{ name = "nvidia-cublas-cu12" }]

[[package]]
name = "nvidia-cublas-cu12"
version = "12.1"
""",
}
CUDA = "comes from the general index, with CUDA"


@pytest.fixture(autouse=True)
def _shelf(wheel: Wheel) -> None:
    wheel("torch", "2.1.0", "nvidia-cublas-cu12")
    wheel("nvidia-cublas-cu12", "12.1")


def made(root: Path, wish: Wish | None = None, **settings: object) -> tuple[str, str]:
    """The Dockerfile and the notes."""
    found = pipeline.generate(root, settings, wish or Wish())
    return found.files.dockerfile, "\n".join(note.text for note in found.plan.notes)


@pytest.mark.parametrize("files", [LOOSE, PINNED, LOCKED], ids=["loose", "pinned", "locked by uv"])
def test_it_comes_from_the_general_index_and_that_is_said(files: dict[str, str], folder: Make, pytorch: Answer) -> None:
    root, wish = folder(files), Wish(lock=None if files is LOOSE else False)
    text, notes = made(root, wish)
    assert ("--torch-backend cpu" in text, CUDA in notes) == (True, False)
    pytorch(it_does=False)
    text, notes = made(root, wish)
    assert ("--torch-backend" in text, "uninstall" in text, CUDA in notes) == (False, False, True)
    assert "--torch-backend cpu" in made(root, wish, torch_index="own")[0]


def test_the_lock_then_has_all_of_it_by_its_hash(folder: Make, pytorch: Answer) -> None:
    pytorch(it_does=False)
    found = pipeline.lock(folder(LOOSE), {}, Wish())
    assert found.lock is not None
    assert {each.name for each in found.lock.packages} == {"torch", "nvidia-cublas-cu12"}
    assert found.lock.aparts == ()


@pytest.mark.parametrize(
    "lines",
    [
        "torch==2.1.0+cu118\n",
        "torch==2.1.0+cpu\n",
        "--extra-index-url https://download.pytorch.org/whl/cpu\ntorch==2.1.0\n",
    ],
)
def test_a_build_that_is_only_there_gives_way_to_the_same_version(lines: str, folder: Make, pytorch: Answer) -> None:
    pytorch(it_does=False)
    made = pipeline.generate(folder({"job.py": JOB, "requirements.txt": lines}), {}, Wish())
    assert "--require-hashes" in made.files.dockerfile
    found = made.lock
    assert found is not None
    assert found.lock is not None
    assert (found.because, found.lock.aparts) == ("PyTorch's own index, which it names, does not answer", ())
    assert "pytorch.org" not in (found.text or "")
    assert "torch==2.1.0" in {each.text for each in found.lock.packages}


def test_a_lock_is_made_anew_only_where_it_cannot_be_installed(folder: Make, pytorch: Answer) -> None:
    root = folder(LOOSE)
    first = pipeline.lock(root, {}, Wish())
    (root / "requirements.lock").write_text(first.text or "")
    assert pipeline.lock(root, {}, Wish()).is_fresh
    pytorch(it_does=False)
    second = pipeline.lock(root, {}, Wish())
    assert second.lock is not None
    (root / "requirements.lock").write_text(lock_text(second.lock))
    assert pipeline.lock(root, {}, Wish()).is_fresh
    pytorch(it_does=True)
    assert pipeline.lock(root, {}, Wish()).is_fresh
    assert not pipeline.lock(root, {"torch_index": "own"}, Wish()).is_fresh


def test_with_a_gpu_nobody_asks_its_own_index(folder: Make, pytorch: Answer) -> None:
    pytorch(it_does=False)
    text, notes = made(folder(LOOSE), gpu=True)
    assert CUDA not in notes
    assert "--torch-backend" not in text


@pytest.mark.parametrize(("address", "is_there"), [("http://127.0.0.1:9/simple", False), (None, True)])
def test_it_is_asked(address: str | None, shelf: Path, monkeypatch: pytest.MonkeyPatch, *, is_there: bool) -> None:
    monkeypatch.setattr("dockerize_ml.resolve.torch_index.torch_index", lambda _: address or shelf.as_uri())
    assert answers(Uv(Clock.of(60))) is is_there
    assert answers(Uv(Clock.of(0)))
