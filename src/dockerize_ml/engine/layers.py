"""The files of every layer of an image, also those that a later step deleted, from the stream of ``docker save``."""

import json
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, TypedDict, cast

from dockerize_ml.engine.client import Client
from dockerize_ml.engine.instruction import shown_instruction
from dockerize_ml.errors import EngineError

# Configurations and manifests are a few kilobytes; what is larger and no archive is not one of them.
_MOST_JSON = 5_000_000


class _History(TypedDict, total=False):
    created_by: str
    empty_layer: bool


@dataclass(frozen=True, slots=True)
class LayerFiles:
    """A layer: the instruction that made it, and its files with their bytes, by paths without the leading slash."""

    instruction: str
    files: dict[str, int]


def layers(client: Client, image: str) -> tuple[LayerFiles, ...]:
    """All layers, the base image's first.

    Raises:
        EngineError: the image cannot be read.
    """
    archives: dict[str, dict[str, int]] = {}
    texts: dict[str, bytes] = {}
    with client.piped("image", "save", image) as stream:
        try:
            for name, content in _members(stream):
                _read(name, content, archives, texts)
            return tuple(_in_order(archives, texts))
        except (tarfile.TarError, KeyError, ValueError) as error:
            # Without its end the manifest is missing, or half of it.
            raise EngineError(
                reason=f"`docker save {image}` broke off: {error}", hint="See whether the engine still answers."
            ) from error


def _members(stream: IO[bytes]) -> Iterator[tuple[str, IO[bytes]]]:
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for member in archive:
            content = archive.extractfile(member) if member.isfile() else None
            if content is not None:
                yield member.name, content


def _read(name: str, content: IO[bytes], archives: dict[str, dict[str, int]], texts: dict[str, bytes]) -> None:
    """Take a member as the archive of a layer, else as JSON."""
    start = _Rewound(content)
    try:
        with tarfile.open(fileobj=cast("IO[bytes]", start), mode="r|*") as archive:
            archives[name] = {each.name.removeprefix("./"): each.size for each in archive if not each.isdir()}
    except tarfile.ReadError:
        texts[name] = start.from_the_start(_MOST_JSON)


class _Rewound:
    """A stream that remembers its first bytes, since one look tells whether it is an archive."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._seen: bytes | None = b""

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        if self._seen is not None:
            # An archive is read on; what is none is given up within its first blocks.
            self._seen = self._seen + data if len(self._seen) < _MOST_JSON else None
        return data

    def from_the_start(self, most: int) -> bytes:
        return (self._seen or b"") + self._stream.read(most)


def _in_order(archives: dict[str, dict[str, int]], texts: dict[str, bytes]) -> Iterator[LayerFiles]:
    manifest = json.loads(texts["manifest.json"])[0]
    history = cast("list[_History]", json.loads(texts[manifest["Config"]]).get("history") or [])
    made = [step.get("created_by", "") for step in history if not step.get("empty_layer")]
    for at, name in enumerate(manifest["Layers"]):
        yield LayerFiles(shown_instruction(made[at]) if at < len(made) else "", archives.get(name, {}))
