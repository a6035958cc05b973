"""What makes an image big: its layers with the instructions that made them, and its Python packages."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypedDict, cast

from dockerize_ml.engine.in_image import look_inside
from dockerize_ml.engine.instruction import shown_instruction
from dockerize_ml.engine.session import Session
from dockerize_ml.knowledge.imports import normalised

_UNITS = {"": 1, "B": 1, "kB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12}
# An imported root file system has no instruction.
_NAMELESS = "the base image"


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer: the instruction that made it, and its bytes."""

    instruction: str
    size: int


@dataclass(frozen=True, slots=True)
class Package:
    """A Python package, its bytes, and the packages that require it; none where it was asked for by itself."""

    name: str
    version: str
    size: int
    required_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sizes:
    """An image taken apart: ``layers`` from the base on, ``packages`` the biggest first.

    Attributes:
        subject: the image, or the folder that has none yet.
        total: all bytes.
        source: what told the sizes of an image that is not built yet; empty for a built one.
    """

    subject: str
    total: int
    layers: tuple[Layer, ...]
    packages: tuple[Package, ...]
    source: str = ""


class _Told(TypedDict):
    name: str
    version: str
    size: int
    requires: list[str]


def sizes(session: Session, image: str) -> Sizes:
    """Measure an image.

    Raises:
        EngineError: there is no such image.
    """
    total = int(session.client.ask("image", "inspect", "--format", "{{.Size}}", image))
    asked = ("--human=false", "--no-trunc", "--format", "{{.Size}} {{json .CreatedBy}}")
    rows = session.client.ask("history", *asked, image).splitlines()
    layers = tuple(layer for row in reversed(rows) if (layer := _layer(row)).size)
    told = cast("list[_Told]", look_inside(session, image, "package_sizes") or [])  # printed by our own program
    return Sizes(image, total, layers, biggest_first(_packages(told)))


def biggest_first(packages: Iterable[Package]) -> tuple[Package, ...]:
    """Sorted, by name where the bytes are the same."""
    return tuple(sorted(packages, key=lambda package: (-package.size, package.name)))


def _packages(told: list[_Told]) -> Iterator[Package]:
    for each in told:
        name = normalised(each["name"])
        required_by = sorted({normalised(other["name"]) for other in told if name in other["requires"]} - {name})
        yield Package(name, each["version"], each["size"], tuple(required_by))


def _layer(row: str) -> Layer:
    size, _, created_by = row.partition(' "')
    return Layer(shown_instruction(json.loads(f'"{created_by}')) or _NAMELESS, _bytes(size))


def _bytes(text: str) -> int:
    """Docker's plain number, or Podman's ``1.5 kB``."""
    number, _, unit = text.partition(" ")
    return int(float(number) * _UNITS[unit])
