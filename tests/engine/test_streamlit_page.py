"""What a page of Streamlit's shows, asked of a small server that speaks as Streamlit does."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from dockerize_ml.engine.streamlit_page import streamlit_page

FINISHED = b"\x30\x00"  # field 6, of no value


def frame(payload: bytes) -> bytes:
    """One message, as a server sends it."""
    return b"\x82" + (bytes((len(payload),)) if len(payload) < 126 else b"\x7e" + len(payload).to_bytes(2)) + payload


def delta(text: str) -> bytes:
    """A message with a text in field 4."""
    return b"\x22" + bytes((len(text),)) + text.encode()


@contextmanager
def server(*messages: bytes, path: str = "/_stcore/stream") -> Iterator[int]:
    """Upgrades requests for the path, and sends the messages once it is told to run."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                line, _ = listener.accept()
            except OSError:
                return
            with line:
                asked = line.recv(4096).decode()
                if not asked.startswith(f"GET {path} "):
                    line.sendall(b"HTTP/1.1 404 Not Found\r\n\r\n")
                    continue
                line.sendall(b"HTTP/1.1 101 Switching Protocols\r\n\r\n")
                line.recv(4096)
                line.sendall(b"".join(map(frame, messages)))

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield listener.getsockname()[1]
    finally:
        listener.close()


@pytest.mark.parametrize("path", ["/_stcore/stream", "/stream"])
def test_all_that_is_sent_until_the_end_is_the_page(path: str) -> None:
    with server(delta("# Hello"), delta("x" * 120), FINISHED, delta("later"), path=path) as port:
        page = streamlit_page(port, 5)
    assert page is not None
    assert "# Hello" in page.text
    assert "x" * 120 in page.text
    assert "later" not in page.text
    assert not page.failed


def test_an_exception_on_the_page_is_told_with_its_place() -> None:
    sent = delta('KeyError File "/app/app.py", line 3, in <module>')
    with server(delta("# Hello"), sent, FINISHED) as port:
        page = streamlit_page(port, 5)
    assert page is not None
    assert page.failed.startswith('File "/app/app.py", line 3, in <module>')


def entry(field: int, text: str) -> bytes:
    """A text in a field."""
    data = text.encode()
    length = bytes((len(data),)) if len(data) < 128 else bytes((len(data) & 0x7F | 0x80, len(data) >> 7))
    return bytes((field << 3 | 2,)) + length + data


def test_the_traceback_that_the_page_shows_is_read() -> None:
    stack = (
        'File "/opt/venv/lib/streamlit/script_runner.py", line 337, in _run_script\n    exec(code)',
        'File "/app/app.py", line 3, in <module>\n    import prices',
    )
    raised = (
        entry(1, "ModuleNotFoundError")
        + entry(2, "No module named 'prices'")
        + b"".join(entry(3, each) for each in stack)
    )
    with server(delta("# Hello"), b"\x22\x7f" + raised + b"\x28\x01", FINISHED) as port:
        page = streamlit_page(port, 5)
    assert page is not None
    assert page.failed == "ModuleNotFoundError: No module named 'prices'"
    assert page.raised.startswith("Traceback (most recent call last):\n  File")
    assert '  File "/app/app.py", line 3, in <module>\n      import prices\nModuleNotFoundError' in page.raised


def test_a_page_in_the_list_of_pages_is_no_exception() -> None:
    listed = entry(1, "dc5ae1dc4d35b38f6fe8bffdb2c646d2") + entry(2, "C-Phi Analyse") + entry(3, "📊")
    with server(delta("# Hello"), entry(4, "x") + listed, FINISHED) as port:
        page = streamlit_page(port, 5)
    assert page is not None
    assert not page.failed
    assert not page.raised


def test_a_program_that_waits_for_the_browser_is_judged_by_what_it_shows() -> None:
    with server(delta("# Hello")) as port:
        page = streamlit_page(port, 5)
    assert page is not None
    assert "# Hello" in page.text


def test_another_server_has_no_such_page() -> None:
    with server(path="/elsewhere") as port:
        assert streamlit_page(port, 5) is None
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    assert streamlit_page(port, 5) is None
