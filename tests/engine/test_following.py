"""Where a small server sends on to."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dockerize_ml.engine.following import in_the_end
from dockerize_ml.engine.probe import Answer

ROUTES = {
    "/": (302, "/home"),
    "/home": (301, "login?next=/"),
    "/login?next=/": (500, ""),
    "/fine": (200, ""),
    "/away": (302, "https://example.com/"),
    "/again": (302, "/again"),
    "/nowhere": (304, ""),
}


@contextmanager
def server() -> Iterator[int]:
    class Sends(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, there = ROUTES[self.path]
            self.send_response(status)
            self.send_header("Content-Length", "0")
            if there:
                self.send_header("Location", there)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    served = ThreadingHTTPServer(("127.0.0.1", 0), Sends)
    threading.Thread(target=served.serve_forever, daemon=True).start()
    try:
        yield served.server_port
    finally:
        served.shutdown()
        served.server_close()


@pytest.mark.parametrize(
    ("path", "end", "status"),
    [
        ("/", "/login?next=/", 500),
        ("/fine", "/fine", 200),
        ("/away", "/away", 302),
        ("/again", "/again", 302),
        ("/nowhere", "/nowhere", 304),
    ],
)
def test_it_is_followed_as_a_browser_does(path: str, end: str, status: int) -> None:
    with server() as port:
        answer = in_the_end(port, Answer(path, ROUTES[path][0], 0.5))
    assert (answer.path, answer.status, answer.seconds) == (end, status, 0.5)
