"""A big file piece by piece, whatever joblib compressed it with."""

import bz2
import lzma
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from dockerize_ml.errors import ProjectError
from dockerize_ml.project.reading import opened

_CHUNK = 1_000_000
_OVERLAP = 200


class _Decompressor(Protocol):
    def decompress(self, data: bytes, max_length: int = ..., /) -> bytes: ...


def pieces(file: Path, shown: str, most: int) -> Iterator[bytes]:
    """The file's content piece by piece, decompressed as joblib compresses, the pieces overlapping.

    Args:
        file: to be read.
        shown: its name for a user.
        most: bytes that are read at most, decompressed.

    It ends where the file cannot be read any further.
    """
    try:
        with opened(file, shown=shown) as stream:
            before, total, decompressor = b"", 0, None
            while total < most and (data := stream.read(_CHUNK)):
                if not total:
                    decompressor = _decompressor(data)
                piece = data if decompressor is None else decompressor.decompress(data, 50 * _CHUNK)
                total += len(piece) or len(data)
                yield before + piece
                before = piece[-_OVERLAP:]
    except (ProjectError, OSError, EOFError, zlib.error, lzma.LZMAError, ValueError):
        return


def _decompressor(head: bytes) -> _Decompressor | None:
    """By the first bytes."""
    if head.startswith(b"\x1f\x8b"):
        return zlib.decompressobj(wbits=31)
    if head[:1] == b"\x78" and head[1:2] in b"\x01\x5e\x9c\xda":
        return zlib.decompressobj()
    if head.startswith(b"BZh"):
        return bz2.BZ2Decompressor()
    if head.startswith((b"\xfd7zXZ\x00", b"\x5d\x00\x00")):
        return lzma.LZMADecompressor()
    return None
