"""TensorFlow's build for processors, against a shelf of wheels instead of the index."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.resolve.model import Lock
from dockerize_ml.resolve.resolve import Wish

Wheel = Callable[..., None]
Make = Callable[[dict[str, str]], Path]
JOB = "import tensorflow\nprint(tensorflow)\n"
SMALLER = ("tensorflow", "tensorflow", "tensorflow-cpu==2.15.0")


@pytest.fixture(autouse=True)
def library(wheel: Wheel) -> None:
    wheel("tensorflow", "2.15.0", "numpy")
    wheel("tensorflow-cpu", "2.15.0", "numpy")
    wheel("tensorflow-hub", "0.16.1", "tensorflow>=2.0")
    wheel("numpy", "1.26.4")


def locked(folder: Make, requirements: str, wish: Wish | None = None, **flags: object) -> Lock:
    root = folder({"job.py": JOB, "requirements.txt": requirements})
    found = pipeline.lock(root, flags, wish or Wish(lock=True))
    assert found.lock is not None, found
    return found.lock


def names(lock: Lock) -> set[str]:
    return {each.name for each in lock.packages}


def repairs(lock: Lock) -> list[tuple[str, str, str]]:
    return [(each.name, each.old, each.new) for each in lock.repairs]


def test_it_is_taken_where_nothing_asks_for_a_gpu(folder: Make) -> None:
    lock = locked(folder, "tensorflow\n")
    assert names(lock) == {"tensorflow-cpu", "numpy"}
    assert repairs(lock) == [SMALLER]
    assert all(each.hashes for each in lock.packages)


def test_whoever_else_asks_for_the_library_gets_it_too(folder: Make) -> None:
    lock = locked(folder, "tensorflow-hub\n")
    assert names(lock) == {"tensorflow-cpu", "tensorflow-hub", "numpy"}
    assert repairs(lock) == [("tensorflow", "tensorflow==2.15.0", "tensorflow-cpu==2.15.0")]


def test_the_build_for_gpus_under_its_own_name_gives_way_as_well(folder: Make, wheel: Wheel) -> None:
    wheel("tensorflow-gpu", "2.4.1", "numpy")
    wheel("tensorflow-cpu", "2.4.1", "numpy")
    assert names(locked(folder, "tensorflow-gpu==2.4.1\n")) == {"tensorflow-cpu", "numpy"}


def test_other_machines_keep_the_library_itself(folder: Make) -> None:
    lock = locked(folder, "tensorflow\n", platforms=["linux/amd64", "linux/arm64"])
    assert {each.text for each in lock.packages} == {
        "numpy==1.26.4",
        "tensorflow==2.15.0 ; platform_machine == 'aarch64'",
        "tensorflow-cpu==2.15.0 ; platform_machine == 'x86_64'",
    }


def test_the_dockerfile_tells_what_is_saved(folder: Make, wheel: Wheel) -> None:
    wheel("gunicorn", "23.0.0")
    root = folder({"job.py": JOB, "requirements.txt": "tensorflow\n"})
    text = pipeline.generate(root, {}, Wish(lock=True)).files.dockerfile
    assert ") is tensorflow without CUDA, about 350 MB less to download.\n" in text
    assert "without CUDA" not in pipeline.generate(root, {"gpu": True}, Wish(lock=True)).files.dockerfile


STAYS = {
    "a GPU is asked for": ("tensorflow==2.15.0\n", {"gpu": True}, Wish(lock=True)),
    "the user keeps it": ("tensorflow\n", {}, Wish(lock=True, keep=frozenset({"tensorflow"}))),
    "the image is for another machine": ("tensorflow\n", {"platforms": ["linux/arm64"]}, Wish(lock=True)),
}


@pytest.mark.parametrize(("requirements", "flags", "wish"), STAYS.values(), ids=STAYS.keys())
def test_it_stays_where(requirements: str, flags: dict[str, object], wish: Wish, folder: Make, wheel: Wheel) -> None:
    wheel("tensorflow", "2.15.0.post1", "numpy", "nvidia-cublas-cu12; extra == 'and-cuda'")
    wheel("nvidia-cublas-cu12", "12.2")
    assert "tensorflow-cpu" not in names(locked(folder, requirements, wish, **flags))


def test_it_stays_where_the_index_has_no_such_build(folder: Make, wheel: Wheel) -> None:
    wheel("tensorflow", "2.16.1", "numpy")
    lock = locked(folder, "tensorflow\n")
    assert names(lock) == {"tensorflow", "numpy"}
    assert repairs(lock) == []


def test_it_stays_where_nobody_looked_at_the_version(folder: Make, wheel: Wheel) -> None:
    wheel("tensorflow", "99.0", "numpy")
    wheel("tensorflow-cpu", "99.0", "numpy")
    assert names(locked(folder, "tensorflow\n")) == {"tensorflow", "numpy"}
