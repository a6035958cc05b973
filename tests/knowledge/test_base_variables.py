"""Whose variables are known to the last."""

from dockerize_ml.knowledge.base_variables import base_variables


def test_official_images_are_known_by_all_their_names() -> None:
    assert base_variables("debian") == base_variables("docker.io/library/debian") == frozenset({"PATH"})


def test_others_may_set_anything() -> None:
    assert base_variables("registry.example.org/debian") is None
