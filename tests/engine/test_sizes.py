"""Savings from an image's layers and packages."""

import pytest

from dockerize_ml.engine.sizes import Layer, Package, Sizes, _bytes
from dockerize_ml.engine.slimming import slimmings

PARTS = {
    "CUDA": (Package("nvidia-cublas-cu12", "12.4", 600_000_000), 600_000_000, "CUDA"),
    "a notebook server": (Package("jupyterlab", "4.2", 20_000_000), 20_000_000, "notebooks"),
    "OpenCV with windows": (Package("opencv-python", "4.10", 100_000_000), 30_000_000, "-headless"),
}


@pytest.mark.parametrize(("part", "saves", "words"), PARTS.values(), ids=PARTS.keys())
def test_a_package_that_can_go_is_named_with_what_it_saves(part: Package, saves: int, words: str) -> None:
    (found,) = slimmings(Sizes("x", 1, (), (part, Package("flask", "3.1", 700_000))))
    assert (found.saves, words in found.advice, found.where) == (saves, True, (f"{part.name} {part.version}",))


LAYERS = {
    "a compiler that stays": ("RUN apt-get update && apt-get install -y build-essential", "build stage"),
    "pip's cache": ("RUN pip install -r requirements.txt", "--no-cache-dir"),
    "a big copy": ("COPY . /app", ".dockerignore"),
}


@pytest.mark.parametrize(("instruction", "words"), LAYERS.values(), ids=LAYERS.keys())
def test_a_layer_that_can_shrink_is_named(instruction: str, words: str) -> None:
    (found,) = slimmings(Sizes("x", 1, (Layer(instruction, 100_000_000),), ()))
    assert words in found.advice


FINE = ["COPY /opt/venv /opt/venv", "RUN pip install --no-cache-dir -r requirements.txt", "RUN useradd app"]


@pytest.mark.parametrize("instruction", FINE)
def test_a_layer_that_is_as_it_should_be_is_left_alone(instruction: str) -> None:
    assert slimmings(Sizes("x", 1, (Layer(instruction, 100_000_000),), ())) == ()


def test_only_the_biggest_three_are_told() -> None:
    parts = tuple(Package(name, "1", 50_000_000) for name in ("pytest", "notebook", "pyspark", "nvidia-x"))
    assert len(slimmings(Sizes("x", 1, (), parts))) == 3


def test_the_clients_words_are_read() -> None:
    assert [_bytes(text) for text in ("0B", "464B", "1.5kB", "206MB", "1.2GB")] == [
        0,
        464,
        1_500,
        206_000_000,
        1_200_000_000,
    ]
