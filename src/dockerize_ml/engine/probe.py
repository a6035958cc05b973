"""Waiting until a container answers."""

import http.client
import time
from dataclasses import dataclass

from dockerize_ml.engine.container import Container
from dockerize_ml.errors import AnswerError


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the route, the HTTP status, and the seconds from the start of waiting."""

    path: str
    status: int
    seconds: float


def wait_for_answer(container: Container, port: int, path: str, within: float) -> Answer:
    """Ask until something answers.

    Args:
        container: the one to wait for.
        port: the port on this machine that leads to it.
        path: the route to GET.
        within: seconds to wait at most.

    Raises:
        AnswerError: it stopped before it answered, or was silent for ``within`` seconds; the end of its log is told.
    """
    begin = time.monotonic()
    while time.monotonic() - begin < within:
        status = _status(port, path)
        if status is not None:
            return Answer(path, status, time.monotonic() - begin)
        _refuse_if_stopped(container)
        time.sleep(0.1)
    raise AnswerError(
        reason=f"Nothing answered on the mapped port within {within:.0f} s. The end of its log:\n{container.logs()}",
        hint="The program has to listen on 0.0.0.0 and on the port that the Dockerfile exposes.",
    )


def _refuse_if_stopped(container: Container) -> None:
    state = container.state()
    if state.running:
        return
    why = "was killed for want of memory" if state.out_of_memory else f"stopped with exit code {state.exit_code}"
    raise AnswerError(
        reason=f"The container {why} before it answered. The end of its log:\n{container.logs()}",
        hint="Mend what the log names, then run this again.",
    )


def _status(port: int, path: str) -> int | None:
    """The HTTP status, or None while nothing speaks HTTP there."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()
