"""Image references, judged as the engine judged them."""

from __future__ import annotations

import pytest

from dockerize_ml.dockerfile import ImageReference

HEX = "0123456789abcdef" * 4
DIGEST = f"sha256:{HEX}"

PARTS = {
    "a name": ("python", (None, "python", None, None)),
    "a tag": ("python:3.12-slim", (None, "python", "3.12-slim", None)),
    "an organisation": ("bitnami/python:3", (None, "bitnami/python", "3", None)),
    "a registry": ("ghcr.io/a/b", ("ghcr.io", "a/b", None, None)),
    "a port": ("registry:5000/ns/name:tag", ("registry:5000", "ns/name", "tag", None)),
    "a port and no tag": ("registry:5000/name", ("registry:5000", "name", None, None)),
    "a tag like a port": ("registry:5000", (None, "registry", "5000", None)),
    "a digest": (f"a@{DIGEST}", (None, "a", None, DIGEST)),
    "everything": (f"r.io:80/a/b:t@{DIGEST}", ("r.io:80", "a/b", "t", DIGEST)),
    "this machine": ("localhost/a", ("localhost", "a", None, None)),
    "an upper-case host": ("A/b", ("A", "b", None, None)),
    "an address": ("[::1]:5000/a", ("[::1]:5000", "a", None, None)),
    "a variable": ("$a", (None, "$a", None, None)),
    "a variable tag": ("python:${v:-3.12}", (None, "python", "${v:-3.12}", None)),
    "a variable registry": ("${r:-docker.io/x}/python", ("${r:-docker.io/x}", "python", None, None)),
    "a variable digest": ("a@$d", (None, "a", None, "$d")),
}


@pytest.mark.parametrize(("text", "parts"), PARTS.values(), ids=PARTS)
def test_parts(text: str, parts: tuple[str | None, str, str | None, str | None]) -> None:
    image = ImageReference.parse(text)

    assert (image.registry, image.repository, image.tag, image.digest) == parts
    assert image.variables == ("$" in text)
    assert image.valid


VALID = [
    "a_b",
    "a__b",
    "a.b",
    "a--b",
    "A.com/b",
    "a_b.c/d",
    "1",
    "a:_b",
    "a:B",
    f"a@sha512:{HEX}{HEX}",
    f"a:{'x' * 128}",
]


@pytest.mark.parametrize("text", VALID)
def test_valid(text: str) -> None:
    assert ImageReference.parse(text).problem is None


INVALID = [
    "", "Scratch", "a/B", "a.com/B", "a:", ":a", "a:b:c", "a@b", "a@sha256:abc", "a___b", "a..b", "-a", "a-", "a//b",
    "/a", "a/", "http://a/b", "a:x/b", "a:.b", "a:-b", f"a:{'x' * 129}", "a" * 255, HEX, f"a@md5:{HEX[:32]}", "a!", "é",
    f"a@{DIGEST.upper()}", "a.-b/c", "a./b", "docker-image://a",
]  # fmt: skip


@pytest.mark.parametrize("text", INVALID)
def test_invalid(text: str) -> None:
    assert ImageReference.parse(text).problem


FAMILIAR = {
    "docker.io/library/python:3": "python",
    "library/python": "python",
    "index.docker.io/library/python": "python",
    "bitnami/python": "bitnami/python",
    "ghcr.io/library/python": "ghcr.io/library/python",
}


@pytest.mark.parametrize(("text", "name"), FAMILIAR.items())
def test_familiar_names(text: str, name: str) -> None:
    assert ImageReference.parse(text).familiar == name
