"""Where an answer sends on to, as a browser follows it: that a page is there says nothing while it is elsewhere."""

from urllib.parse import urljoin, urlsplit

from dockerize_ml.engine.probe import Answer, asked

_MOST = 4
_PATIENCE = 30.0


def in_the_end(port: int, answer: Answer) -> Answer:
    """The answer at the end of its redirections; the last one that can be had where they lead away from the program.

    Args:
        port: the one on this machine that leads to the program.
        answer: the first.
    """
    if not _sends_on(answer.status):
        return answer
    _, told = asked(port, answer.path, _PATIENCE)
    for _ in range(_MOST):
        there = _own_route(port, answer.path, told)
        status, told = asked(port, there, _PATIENCE) if there else (None, "")
        if status is None:
            return answer
        answer = Answer(there, status, answer.seconds)
        if not _sends_on(status):
            return answer
    return answer


def _sends_on(status: int) -> bool:
    return 300 <= status < 400


def _own_route(port: int, path: str, told: str) -> str:
    """The route that it sends on to; empty where that is another host's, or none."""
    address = urlsplit(urljoin(f"http://127.0.0.1:{port}{path}", told))
    is_own = address.hostname in {"127.0.0.1", "localhost", "0.0.0.0"} and address.port == port  # noqa: S104
    return address._replace(scheme="", netloc="", fragment="").geturl() if told and is_own else ""
