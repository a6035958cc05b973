"""Waiting until a container answers."""

import http.client
import time
from dataclasses import dataclass
from http import HTTPStatus

from dockerize_ml.engine.container import Container
from dockerize_ml.engine.diagnosis import diagnosis, known_failure
from dockerize_ml.errors import AnswerError

_LOOK_EVERY = 2.0
_AT_ONCE = 5.0  # seconds that one request may take
# A server whose workers still start answers 503: https://www.rfc-editor.org/rfc/rfc9110#name-503-service-unavailable
_TO_GET_READY = 15.0  # seconds
# A program that loads a model keeps a processor busy; one that waits for another does not.
_BUSY = 0.3


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the route, the HTTP status, and the seconds from the start of waiting."""

    path: str
    status: int
    seconds: float


def wait_for_answer(container: Container, port: int, path: str, within: float, longer: float = 1) -> Answer:
    """Ask until something answers, and a little longer where it says that it is not ready.

    Args:
        container: the one to wait for.
        port: the port on this machine that leads to it.
        path: the route to GET.
        within: seconds to wait at most.
        longer: how many times as long to wait for a program that is still at work.

    Raises:
        AnswerError: it stopped before it answered, or was silent for ``within`` seconds; the end of its log is told.
    """
    begin = time.monotonic()
    look = begin + _LOOK_EVERY
    seen = False
    times = 1
    refused = 0.0
    while True:
        if time.monotonic() - begin >= within * times:
            if times >= longer or not _is_at_work(container, within * times):
                break
            times += 1
        status, _ = asked(port, path, _AT_ONCE)
        if status is not None:
            answer = Answer(path, status, time.monotonic() - begin)
            refused = refused or answer.seconds
            if status != HTTPStatus.SERVICE_UNAVAILABLE or answer.seconds >= min(refused + _TO_GET_READY, within - 1):
                return answer
        _refuse_if_stopped(container)
        if time.monotonic() > look:
            look = time.monotonic() + _LOOK_EVERY
            # Twice, since a program may listen for itself for a moment before it listens for others.
            seen, before = _is_out_of_reach(container), seen
            if seen and before:
                break
        time.sleep(0.1)
    waited = time.monotonic() - begin
    reason, hint = _silence(container, waited)
    log = container.logs()
    told = f"\nThe end of its log:\n{log}" if log else " Its log is empty."
    raise AnswerError(reason=f"Nothing answered on the mapped port within {waited:.0f} s. {reason}{told}", hint=hint)


def _is_out_of_reach(container: Container) -> bool:
    reach = [socket.loopback for socket in container.sockets() if socket.port == container.inner_port]
    return bool(reach) and all(reach)


def _is_at_work(container: Container, waited: float) -> bool:
    return sum(process.seconds for process in container.processes()) >= _BUSY * waited


def _silence(container: Container, waited: float) -> tuple[str, str]:
    """Why nothing answers, as far as its sockets tell, and what to do."""
    wanted = container.inner_port
    sockets = container.sockets()
    if any(socket.port == wanted and not socket.loopback for socket in sockets):
        return f"Port {wanted} is open, but nothing speaks HTTP there.", "Give it more time with `--wait`."
    if any(socket.port == wanted for socket in sockets):
        reason = f"The program listens on 127.0.0.1:{wanted}, which only the container itself can reach."
        return reason, "Let it listen on 0.0.0.0."
    if sockets:
        ports = ", ".join(str(port) for port in sorted({socket.port for socket in sockets}))
        alone = " of localhost alone" if all(socket.loopback for socket in sockets) else ""
        reason = f"The program listens on port {ports}{alone}, and not on {wanted}."
        return reason, f"Let EXPOSE and the program name the same port: {wanted} or {ports}."
    busy = sum(process.seconds for process in container.processes())
    if _is_at_work(container, waited):
        reason = f"The program listens nowhere yet and is still at work: {busy} s of processor time so far."
        return (
            reason,
            "Loading a model takes its time: give it more with `--wait`, or load it at the first request.",
        )
    reason = f"The program listens nowhere yet, and waits for something: {busy} s of processor time so far."
    return reason, "See in its log what it waits for, a download or a database; else give it more time with `--wait`."


def asked_for(container: Container) -> str:
    """What a program that ended wants from whoever starts it: arguments, or a terminal; empty where it is neither."""
    known = known_failure("start", container.logs())
    match (known.failure.needs if known else "", container.state().exit_code):
        case ("arguments", 2) | ("help", 1 | 2) if known:
            return f"{known.words['said']}; they go behind the image's name in `docker run`"
        case "keyboard", _:
            return "it asks at the keyboard; `docker run -it` gives it one"
    return ""


def ended_badly(container: Container, when: str = "") -> AnswerError:
    """How a container ended that should not have: its exit code, the end of its log, and what is known of that.

    Args:
        container: the one that ended.
        when: more of the sentence: `` before it answered``.
    """
    state = container.state()
    log = container.logs()
    why = "was killed for want of memory" if state.out_of_memory else f"ended with exit code {state.exit_code}"
    return AnswerError(
        reason=f"The program {why}{when}.\nThe end of its log:\n{log}",
        hint=diagnosis("start", log) or "Mend what the log names, then run this again.",
    )


def _refuse_if_stopped(container: Container) -> None:
    if not container.state().running:
        raise ended_badly(container, " before it answered")


def asked(port: int, path: str, within: float) -> tuple[int | None, str]:
    """The HTTP status, or None while nothing speaks HTTP there, and where it sends on to; empty where it does not.

    Args:
        port: the port on this machine.
        path: the route to GET.
        within: seconds that the answer may take.
    """
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=within)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location") or ""
    except (OSError, http.client.HTTPException):
        return None, ""
    finally:
        connection.close()
