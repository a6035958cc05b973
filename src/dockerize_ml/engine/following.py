"""Where an answer sends on to, as a browser follows it: that a page is there says nothing while it is elsewhere."""

import http.client
from urllib.parse import urljoin, urlsplit

from dockerize_ml.engine.probe import Answer

_MOST = 4
_PATIENCE = 30.0


def in_the_end(port: int, answer: Answer) -> Answer:
    """The answer at the end of its redirections; the last one that can be had where they lead away from the program.

    Args:
        port: the one on this machine that leads to the program.
        answer: the first.
    """
    for _ in range(_MOST):
        if not 300 <= answer.status < 400:
            return answer
        there = _location(port, answer.path)
        status = _asked(port, there)[0] if there else None
        if status is None:
            return answer
        answer = Answer(there, status, answer.seconds)
    return answer


def _location(port: int, path: str) -> str:
    """The route that it sends on to; empty where that is another host's, or none."""
    _, told = _asked(port, path)
    address = urlsplit(urljoin(f"http://127.0.0.1:{port}{path}", told))
    is_own = address.hostname in {"127.0.0.1", "localhost", "0.0.0.0"} and address.port == port  # noqa: S104
    return address._replace(scheme="", netloc="", fragment="").geturl() if told and is_own else ""


def _asked(port: int, path: str) -> tuple[int | None, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location") or ""
    except (OSError, http.client.HTTPException):
        return None, ""
    finally:
        connection.close()
