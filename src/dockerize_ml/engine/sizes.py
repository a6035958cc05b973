"""What makes an image big: its layers with the instructions that made them, and its Python packages."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict, cast

from dockerize_ml.engine.in_image import look_inside
from dockerize_ml.engine.instruction import shown_instruction
from dockerize_ml.engine.session import Session

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


def sizes(session: Session, image: str) -> Sizes:
    """Measure an image.

    Raises:
        EngineError: there is no such image.
    """
    total = int(session.client.ask("image", "inspect", "--format", "{{.Size}}", image))
    rows = session.client.ask("history", "--no-trunc", "--format", "{{json .}}", image).splitlines()
    layers = tuple(part for row in reversed(rows) for part in _layer(row) if part.size)
    told = cast("list[_Package]", look_inside(session, image, "package_sizes") or [])  # printed by our own program
    packages = sorted((Part(f"{each['name']} {each['version']}", each["size"]) for each in told), key=_biggest_first)
    return Sizes(image, total, layers, tuple(packages))


def _layer(row: str) -> Iterator[Part]:
    told = json.loads(row)
    yield Part(shown_instruction(told["CreatedBy"]), _bytes(told["Size"]))


def _bytes(text: str) -> int:
    digits = text.rstrip("kKMGTB")
    return int(float(digits) * _UNITS.get(text[len(digits) :], 1))


def _biggest_first(part: Part) -> tuple[int, str]:
    return -part.size, part.name
