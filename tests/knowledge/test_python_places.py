"""Tables of files whose patterns have to compile and to find what they are for."""

import pytest

from dockerize_ml.facts.detectors.python.word import Strength
from dockerize_ml.knowledge.accelerators import gpu_distribution, gpu_places, is_gpu_extra
from dockerize_ml.knowledge.apt_lists import apt_commands, apt_lists
from dockerize_ml.knowledge.apt_names import runtime_package
from dockerize_ml.knowledge.python_changes import python_changes
from dockerize_ml.knowledge.python_places import python_places


def test_every_place_has_a_version_a_strength_and_a_reason() -> None:
    for place in python_places():
        assert "version" in place.pattern.groupindex
        assert place.strength.upper() in Strength.__members__
        assert place.why
        assert place.source.startswith("https://")


def test_every_list_of_packages_has_names() -> None:
    for known in (*apt_lists(), *apt_commands()):
        assert "names" in known.pattern.groupindex


def test_a_name_either_came_or_went() -> None:
    changes = python_changes()
    assert changes["imp"].specifier == "<3.12"
    assert changes["typing.Self"].specifier == ">=3.11"


RUNTIME = {
    "libgl1-mesa-glx": "libgl1",
    "libpq-dev": "libpq5",
    "ffmpeg": "ffmpeg",
    "openjdk-11-jre-headless": "default-jre-headless",
    "build-essential": None,
    "python3-dev": None,
    "libffi-dev": None,
    "curl": None,
    "libsm6": "libsm6",
    "libssl1.1": "libssl3",
}


@pytest.mark.parametrize("name", RUNTIME)
def test_what_a_package_of_another_image_becomes(name: str) -> None:
    assert runtime_package(name) == RUNTIME[name]


def test_what_speaks_for_a_gpu() -> None:
    only, merely = gpu_distribution("cupy-cuda12x"), gpu_distribution("tensorflow-gpu")
    assert only is not None
    assert only.is_only
    assert merely is not None
    assert not merely.is_only
    assert gpu_distribution("torch") is None
    assert is_gpu_extra("jax", "cuda12")
    assert not is_gpu_extra("jax", "tpu")
    assert all(place.pattern for place in gpu_places())
