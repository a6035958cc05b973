"""The exception that a page of Streamlit's shows, read out of the message that carries it."""

import re
from collections.abc import Iterator
from contextlib import suppress

from dockerize_ml.engine.last_words import TRACEBACK

# `Exception` of Streamlit's protocol: 1 the type, 2 what it says, 3 the entries of its traceback, then flags.
_TYPE = re.compile(rb"\x0a(?P<length>[\x01-\x7f])(?P<type>[A-Za-z_][\w.]*)\x12")
_ENTRY = 3
# What a page is listed with looks alike: its hash, its name and its picture in the fields 1, 2 and 3.
_PLACE = re.compile(r'^\s*File "', re.MULTILINE)


def page_exception(message: bytes) -> str:
    """The traceback as Python prints it; empty where the message carries none.

    Args:
        message: one that the server sent.
    """
    for found in _TYPE.finditer(message):
        if len(found["type"]) != found["length"][0]:
            continue
        with suppress(IndexError):
            length, at = varint(message, found.end())
            said = message[at : at + length].decode("utf-8", "replace")
            lines = list(_lines(message, at + length))
            if any(_PLACE.search(line) for line in lines):
                stack = "\n".join(f"  {line}" for line in lines)
                return f"{TRACEBACK}:\n{stack}\n{found['type'].decode()}: {said}"
    return ""


def _lines(message: bytes, at: int) -> Iterator[str]:
    while at < len(message):
        tag, at = varint(message, at)
        if (tag >> 3, tag & 7) == (_ENTRY, 2):
            length, at = varint(message, at)
            yield message[at : at + length].decode("utf-8", "replace").replace("\n", "\n  ")
            at += length
        else:
            return


def varint(message: bytes, at: int) -> tuple[int, int]:
    """A number of protobuf's, and where it ends.

    Raises:
        IndexError: it is cut short.
    """
    value = shift = 0
    while True:
        byte = message[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if not byte & 0x80:
            return value, at
