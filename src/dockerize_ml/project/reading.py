"""Read one file as text, whatever its size, kind and encoding."""

import codecs
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from dockerize_ml.errors import ProjectError

# Longest first: a UTF-16 mark is the beginning of the UTF-32 one.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_COOKIE = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
# Opening a pipe must not wait for its writer. Windows has neither pipes in folders nor this flag.
_NO_WAIT = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def read_text(file: Path, *, shown: str, limit: int) -> str:
    """The file's text with plain newlines.

    Args:
        file: what to open.
        shown: how to name it to the user.
        limit: how many bytes are too many.

    Raises:
        ProjectError: it is not a regular file, larger than the limit, or may not be read.
    """
    return decode(read_bytes(file, shown=shown, limit=limit))


def read_bytes(file: Path, *, shown: str, limit: int) -> bytes:
    """The file's bytes; raises ProjectError as ``read_text`` does."""
    with opened(file, shown=shown) as stream:
        size = os.fstat(stream.fileno()).st_size
        if size > limit:
            raise _unreadable(shown, f"it has {size:,} bytes, more than the {limit:,} that are read")
        return stream.read(limit + 1)[:limit]


@contextmanager
def opened(file: Path, *, shown: str) -> Iterator[BinaryIO]:
    """The file's bytes as a stream, for what is too large to be read at once.

    Raises:
        ProjectError: it is not a regular file, or may not be read.
    """
    try:
        # Looked at before opening, because opening a device can already do something.
        if not stat.S_ISREG(file.stat().st_mode):
            raise _unreadable(shown, "it is not a regular file")
        descriptor = os.open(file, os.O_RDONLY | _NO_WAIT)
        with open(descriptor, "rb") as stream:  # noqa: PTH123 - a descriptor, not a path
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise _unreadable(shown, "it is not a regular file")
            yield stream
    except (OSError, ValueError) as trouble:
        raise _unreadable(shown, _cause(trouble)) from trouble


def decode(data: bytes) -> str:
    """The text of a file as pip decodes it: by its mark, its coding cookie, as UTF-8, and else as latin-1."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _plain_lines(data[len(mark) :].decode(encoding, "replace"))
    for guess in (_cookie(data), _unmarked(data), "utf-8"):
        text = _try(data, guess)
        if text is not None:
            return _plain_lines(text)
    return _plain_lines(data.decode("latin-1"))


def _cookie(data: bytes) -> str | None:
    for line in data[:1000].split(b"\n", 2)[:2]:
        found = _COOKIE.match(line)
        if found:
            return found[1].decode("ascii", "replace")
    return None


def _unmarked(data: bytes) -> str | None:
    """UTF-16 without its mark, which some Windows editors write: every other byte of plain text is zero."""
    head = data[:512]
    if len(head) < 4 or len(data) % 2:
        return None
    if not any(head[0::2]) or head[0::2].count(0) > len(head) * 0.4:
        return "utf-16-be" if head[1::2].count(0) == 0 else None
    if head[1::2].count(0) > len(head) * 0.4:
        return "utf-16-le" if head[0::2].count(0) == 0 else None
    return None


def _try(data: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    try:
        # A codec that is no text encoding (rot13, zlib) raises LookupError here, and is passed over.
        return data.decode(encoding)
    except (LookupError, ValueError):
        return None


def _plain_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _cause(trouble: OSError | ValueError) -> str:
    if isinstance(trouble, OSError) and trouble.strerror:
        return trouble.strerror[0].lower() + trouble.strerror[1:]
    return str(trouble)


def _unreadable(shown: str, cause: str) -> ProjectError:
    return ProjectError(
        path=shown,
        reason=f"`{shown}` cannot be read: {cause}.",
        hint="Check the file, or leave it out of the project.",
    )
