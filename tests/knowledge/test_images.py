from datetime import date

import pytest

from dockerize_ml.knowledge.images import base_image, official_name, release_in_tag, system_releases
from dockerize_ml.knowledge.table import rows

USERS = {
    "Jupyter runs as jovyan": ("quay.io/jupyter/scipy-notebook", "2024-10-07", "1000"),
    "Red Hat's Python": ("registry.access.redhat.com/ubi9/python-312", "latest", "1001"),
    "micromamba": ("mambaorg/micromamba", "2.0", "mambauser"),
    "Ray with a suffix": ("rayproject/ray-ml", "2.9.0", "ray"),
    "the official Python runs as root": ("python", "3.12", ""),
}


@pytest.mark.parametrize(("name", "tag", "user"), USERS.values(), ids=USERS.keys())
def test_the_user_that_an_image_sets(name: str, tag: str, user: str) -> None:
    image = base_image(name, tag)
    assert image is not None
    assert image.user == user


def test_the_tag_tells_slim_from_full() -> None:
    slim, full, alpine = (base_image("python", tag) for tag in ("3.12-slim-bookworm", "3.12", "3.12-alpine3.20"))
    assert slim is not None
    assert full is not None
    assert alpine is not None
    assert (slim.is_slim, full.is_slim) == (True, False)
    assert ("git" in full.tools, "git" in slim.tools) == (True, False)
    assert (slim.system, alpine.system) == ("debian", "alpine")


def test_an_unknown_image_may_set_anything() -> None:
    assert base_image("example.com/team/base", "1") is None


def test_docker_hub_s_long_names() -> None:
    assert official_name("docker.io/library/python") == "python"
    assert official_name("docker.io/pytorch/pytorch") == "pytorch/pytorch"
    assert official_name("ghcr.io/astral-sh/uv") == "ghcr.io/astral-sh/uv"


RELEASES = {
    "a code name in the tag": ("python", "3.8-slim-buster", "10"),
    "the system's own image": ("debian", "10", "10"),
    "a point release": ("debian", "10.13-slim", "10"),
    "Ubuntu's own image": ("ubuntu", "18.04", "18.04"),
    "Ubuntu by code name and day": ("ubuntu", "bionic-20230308", "18.04"),
    "in a CUDA tag": ("nvidia/cuda", "11.8.0-cudnn8-runtime-ubuntu18.04", "18.04"),
    "CentOS in a CUDA tag": ("nvidia/cuda", "11.8.0-base-centos7", "7"),
    "in the image's name": ("example.com/ml/openmpi4.1.0-ubuntu20.04", "2023", "20.04"),
    "without its dot": ("example.com/ml/stable-ubuntu2004-cu117", "biweekly", "20.04"),
    "CentOS's own image": ("centos", "7.9.2009", "7"),
}
NO_RELEASE = {
    "the image's own version": ("python", "3.10-slim"),
    "a version that only starts alike": ("debian", "100"),
    "another image's number": ("redis", "7"),
    "CentOS Stream": ("quay.io/centos/centos", "stream9"),
    "no tag": ("ubuntu", ""),
}


@pytest.mark.parametrize(("name", "tag", "version"), RELEASES.values(), ids=RELEASES.keys())
def test_the_release_that_a_tag_tells(name: str, tag: str, version: str) -> None:
    release = release_in_tag(name, tag)
    assert release is not None
    assert release.version == version


@pytest.mark.parametrize(("name", "tag"), NO_RELEASE.values(), ids=NO_RELEASE.keys())
def test_tags_that_tell_no_release(name: str, tag: str) -> None:
    assert release_in_tag(name, tag) is None


def test_ends_of_life() -> None:
    ended = {f"{known.system}{known.version}" for known in system_releases() if known.end_of_life < date(2026, 11, 22)}
    assert {"debian10", "debian11", "ubuntu20.04", "centos7", "ubuntu24.10"} <= ended
    assert not {"debian12", "debian13", "ubuntu22.04", "ubuntu24.04"} & ended


def test_rows_are_whole() -> None:
    keys = [(known.system, known.version) for known in system_releases()]
    assert len(keys) == len(set(keys))
    images = [(row.text("name"), row.text("tags", "")) for row in rows("images", "image")]
    assert len(images) == len(set(images))
