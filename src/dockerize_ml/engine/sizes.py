"""What makes an image big: its layers with the instructions that made them, and its Python packages."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict, cast

from dockerize_ml.engine.client import Client
from dockerize_ml.engine.in_image import look_inside

_UNITS = {"B": 1, "kB": 10**3, "KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12}


@dataclass(frozen=True, slots=True)
class Part:
    """A layer or a package, and its bytes."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Sizes:
    """An image taken apart: ``layers`` from the base on, ``packages`` the biggest first."""

    image: str
    total: int
    layers: tuple[Part, ...]
    packages: tuple[Part, ...]


class _Package(TypedDict):
    name: str
    version: str
    size: int


def sizes(client: Client, image: str) -> Sizes:
    """Measure an image.

    Raises:
        EngineError: there is no such image.
    """
    total = int(client.ask("image", "inspect", "--format", "{{.Size}}", image))
    rows = client.ask("history", "--no-trunc", "--format", "{{json .}}", image).splitlines()
    layers = tuple(part for row in reversed(rows) for part in _layer(row) if part.size)
    told = cast("list[_Package]", look_inside(client, image, "package_sizes") or [])  # printed by our own program
    packages = sorted((Part(f"{each['name']} {each['version']}", each["size"]) for each in told), key=_biggest_first)
    return Sizes(image, total, layers, tuple(packages))


def _layer(row: str) -> Iterator[Part]:
    told = json.loads(row)
    yield Part(_instruction(told["CreatedBy"]), _bytes(told["Size"]))


def _instruction(created_by: str) -> str:
    """The instruction as the Dockerfile has it, without what the engine writes around it."""
    text = created_by.removesuffix(" # buildkit").replace("/bin/sh -c #(nop)", "").replace("/bin/sh -c", "", 1)
    return " ".join(text.split())


def _bytes(text: str) -> int:
    digits = text.rstrip("kKMGTB")
    return int(float(digits) * _UNITS.get(text[len(digits) :], 1))


def _biggest_first(part: Part) -> tuple[int, str]:
    return -part.size, part.name
