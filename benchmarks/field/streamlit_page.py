"""What a page of Streamlit's shows: its program runs only for who opens its socket, as a browser does."""

import base64
import os
import re
import socket
import struct
import time
from collections.abc import Iterator

from benchmarks.tried import BrokenError

WAIT = 60.0
# The path since Streamlit 1.12, and the one before.
PATHS = ("/_stcore/stream", "/stream")
# `BackMsg.rerun_script`, an empty message in field 11: run it as at the first visit.
_RUN = b"\x5a\x00"
_FINISHED = 6  # `ForwardMsg.script_finished`
_FAILED = re.compile(r'File "[^"]+", line \d+, in ')
_BINARY, _CLOSE, _PING, _PONG = 2, 8, 9, 10


def streamlit_page(port: int) -> str:
    """All that the program sends for its page, in readable pieces.

    Args:
        port: the one on this machine that leads to Streamlit.

    Raises:
        BrokenError: it shows an exception, or nothing. A program that waits for a part of its page which runs in the
            browser does not come to its end here.
    """
    text = ""
    for message in _messages(port):
        text += message.decode("utf-8", "replace")
        if _FINISHED in _fields(message):
            break
    if not text:
        raise BrokenError("the page stays empty")
    failed = _FAILED.search(text)
    if failed:
        raise BrokenError(f"the page shows an exception: {text[failed.start() :][:120]!r}")
    return text


def _messages(port: int) -> Iterator[bytes]:
    for path in PATHS:
        with socket.create_connection(("127.0.0.1", port), timeout=WAIT) as line:
            buffered = _opened(line, port, path)
            if buffered is None:
                continue
            line.sendall(_frame(_BINARY, _RUN))
            yield from _frames(line, buffered)
            return
    raise BrokenError("it has no socket of Streamlit's")


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
        piece = line.recv(65536)
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


def _frames(line: socket.socket, buffered: bytes) -> Iterator[bytes]:
    """The whole messages, until the line is closed or the time is over."""
    end, whole = time.monotonic() + WAIT, b""
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
            piece = self.line.recv(65536)
            if not piece:
                raise EOFError
            self.buffered += piece
        taken, self.buffered = self.buffered[:length], self.buffered[length:]
        return taken


def _fields(message: bytes) -> set[int]:
    """The numbers of a protobuf message's own fields."""
    found, at = set(), 0
    try:
        while at < len(message):
            tag, at = _number(message, at)
            found.add(tag >> 3)
            match tag & 7:
                case 0:
                    _, at = _number(message, at)
                case 1:
                    at += 8
                case 2:
                    length, at = _number(message, at)
                    at += length
                case 5:
                    at += 4
                case _:
                    break
    except (IndexError, struct.error):
        pass
    return found


def _number(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if not byte & 0x80:
            return value, at
