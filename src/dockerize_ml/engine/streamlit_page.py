"""What a page of Streamlit's shows: its program runs only for who opens its socket, as a browser does."""

import base64
import os
import re
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from dockerize_ml.engine.last_words import last_words
from dockerize_ml.engine.page_exception import page_exception, varint

# The path since Streamlit 1.12, and the one before.
_PATHS = ("/_stcore/stream", "/stream")
# `BackMsg.rerun_script`, an empty message in field 11: run it as at the first visit.
_RUN = b"\x5a\x00"
_FINISHED = 6  # `ForwardMsg.script_finished`
_FAILED = re.compile(r'File "[^"]+", line \d+, in ')
_BINARY, _PONG = 2, 10
_PIECE = 65536


@dataclass(frozen=True, slots=True)
class Page:
    """What came until the program's end, or until the time was over.

    Attributes:
        text: all of it, in readable pieces.
        failed: the first exception that it shows, or at least where that was raised; empty where it shows none.
        raised: its traceback, as Python prints it.
        seconds: how long it took.
    """

    text: str
    failed: str
    raised: str
    seconds: float


def streamlit_page(port: int, within: float) -> Page | None:
    """Visit the page; None where nothing speaks as Streamlit does.

    A program that waits for a part of its page which runs in the browser does not come to its end here.

    Args:
        port: the one on this machine that leads to Streamlit.
        within: seconds to wait at most.
    """
    begin = time.monotonic()
    for path in _PATHS:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=within) as line:
            buffered = _opened(line, port, path)
            if buffered is None:
                continue
            line.sendall(_frame(_BINARY, _RUN))
            text = raised = ""
            for message in _frames(line, buffered, begin + within):
                text += message.decode("utf-8", "replace")
                raised = raised or page_exception(message)
                if _FINISHED in _fields(message):
                    break
            return Page(text, _shown(text, raised), raised, time.monotonic() - begin)
    return None


def _shown(text: str, raised: str) -> str:
    if raised:
        return last_words(raised)
    failed = _FAILED.search(text)
    return text[failed.start() : failed.end() + 120].splitlines()[0] if failed else ""


def _opened(line: socket.socket, port: int, path: str) -> bytes | None:
    """What came behind the answer to the handshake; None where there is no such path."""
    key = base64.b64encode(os.urandom(16)).decode()
    head = (
        f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n"
    )
    line.sendall(head.encode())
    got = b""
    while b"\r\n\r\n" not in got:
        piece = line.recv(_PIECE)
        if not piece:
            return None
        got += piece
    answer, _, rest = got.partition(b"\r\n\r\n")
    return rest if b" 101 " in answer.splitlines()[0] else None


def _frame(kind: int, payload: bytes) -> bytes:
    """A short frame; what a client sends is masked."""
    mask = os.urandom(4)
    masked = bytes(byte ^ mask[at % 4] for at, byte in enumerate(payload))
    return bytes((0x80 | kind, 0x80 | len(payload))) + mask + masked


def _frames(line: socket.socket, buffered: bytes, end: float) -> Iterator[bytes]:
    """The whole messages, until the line is closed or the time is over."""
    whole = b""
    reader = _Reader(line, buffered)
    while time.monotonic() < end:
        try:
            first, second = reader.take(2)
            length = second & 0x7F
            if length >= 126:
                length = int.from_bytes(reader.take(2 if length == 126 else 8))
            payload = reader.take(length)
        except (OSError, EOFError):
            return
        match first & 0x0F:
            case 8:  # it says goodbye
                return
            case 9:
                line.sendall(_frame(_PONG, payload[:125]))
                continue
        whole += payload
        if first & 0x80:
            yield whole
            whole = b""


class _Reader:
    def __init__(self, line: socket.socket, buffered: bytes) -> None:
        self.line, self.buffered = line, buffered

    def take(self, length: int) -> bytes:
        """So many bytes."""
        while len(self.buffered) < length:
            piece = self.line.recv(_PIECE)
            if not piece:
                raise EOFError
            self.buffered += piece
        taken, self.buffered = self.buffered[:length], self.buffered[length:]
        return taken


def _fields(message: bytes) -> set[int]:
    """The numbers of a protobuf message's own fields."""
    found: set[int] = set()
    at = 0
    with suppress(IndexError):
        while at < len(message):
            tag, at = varint(message, at)
            found.add(tag >> 3)
            match tag & 7:
                case 0:
                    _, at = varint(message, at)
                case 1:
                    at += 8
                case 2:
                    length, at = varint(message, at)
                    at += length
                case 5:
                    at += 4
                case _:
                    break
    return found
