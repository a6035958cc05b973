"""Savings from an image's layers and packages."""

import pytest

from dockerize_ml.engine.sizes import Layer, Package, Sizes, _layer
from dockerize_ml.engine.slimming import slimmings

PARTS = {
    "CUDA": (Package("nvidia-cublas-cu12", "12.4", 600_000_000), 600_000_000, "CUDA"),
    "a notebook server": (Package("jupyterlab", "4.2", 20_000_000), 20_000_000, "notebooks"),
    "OpenCV with windows": (Package("opencv-python", "4.10", 100_000_000), 20_000_000, "-headless"),
}


@pytest.mark.parametrize(("part", "saves", "words"), PARTS.values(), ids=PARTS.keys())
def test_a_package_that_can_go_is_named_with_what_it_saves(part: Package, saves: int, words: str) -> None:
    (found,) = slimmings(Sizes("x", 1, (), (part, Package("flask", "3.1", 700_000))))
    assert (found.saves, words in found.advice, found.where) == (saves, True, (f"{part.name} {part.version}",))


LAYERS = {
    "a compiler that stays": (
        "RUN apt-get update && apt-get install -y --no-install-recommends build-essential",
        "build stage",
    ),
    "the full base image": (
        "RUN apt-get update && apt-get install -y --no-install-recommends libmagickcore-dev",
        "-slim",
    ),
    "what apt recommends": ("RUN apt-get update && apt-get install -y curl", "--no-install-recommends"),
    "files kept twice": ("RUN chown -R app:app /app", "COPY --chown"),
    "conda's packages": ("RUN conda env create -f environment.yml", "conda clean"),
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


def test_a_row_of_the_history_is_read_from_docker_and_from_podman() -> None:
    assert _layer('20504 "RUN /bin/sh -c pip install x # buildkit"') == Layer("RUN pip install x", 20_504)
    assert _layer('1.5 kB "/bin/sh -c #(nop) EXPOSE 5000"') == Layer("EXPOSE 5000", 1_500)
    assert _layer(r'0 "RUN <<EOF\necho \"hi\"\nEOF"') == Layer('RUN <<EOF echo "hi" EOF', 0)
    assert _layer('129 ""') == Layer("the base image", 129)
