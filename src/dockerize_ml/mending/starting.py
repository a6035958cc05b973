"""What a container shows when it is started and asked: why it does not do what it should, and how far it came."""

import time
from typing import NamedTuple

from dockerize_ml.engine.container import Container, running
from dockerize_ml.engine.drawing import undrawn
from dockerize_ml.engine.following import in_the_end
from dockerize_ml.engine.last_words import TRACEBACK, last_words
from dockerize_ml.engine.probe import asked_for, wait_for_answer
from dockerize_ml.engine.session import Session
from dockerize_ml.engine.sockets import Socket
from dockerize_ml.engine.unoffered import unoffered
from dockerize_ml.errors import AnswerError
from dockerize_ml.mending.trouble import COMPLAINING, FAILING, STARTING, UNOFFERED

# Who is still loading a model when the time is over gets this many times as long.
LONGER = 3
_LOG_LINES = 400
_JOB_WATCH = 20.0
_COMPLAINS = "It runs, and its log tells of an error."


class Aim(NamedTuple):
    """What is asked of the container.

    Attributes:
        port: what the program listens on; None where it listens nowhere.
        path: the route to ask for.
        draws: whether Streamlit draws its page.
    """

    port: int | None
    path: str
    draws: bool


class Outcome(NamedTuple):
    """What came of it.

    Attributes:
        why: why it does not do what it should, and the traceback that its page shows; empty where it does.
        log: what it printed.
        stage: how far it came.
    """

    why: str
    log: str
    stage: int = STARTING

    @property
    def reason(self) -> str:
        """In one line: the log's last words, where it is the log that tells what happened."""
        headline, *shown = self.why.splitlines()
        if self.stage == UNOFFERED or not self.log or shown:
            return headline
        told = headline.startswith("The program ended") or "Error" in self.log or "Exception" in self.log
        return last_words(self.log) if told else headline


def started(session: Session, image: str, aim: Aim, within: float) -> Outcome:
    """Start a container and ask it.

    Args:
        session: what it belongs to.
        image: what to start.
        aim: what to ask.
        within: seconds that it may take to answer.
    """
    try:
        with running(session, image, port=aim.port) as container:
            watch = min(within, _JOB_WATCH)
            why, stage = _finished(container, watch) if aim.port is None else _answered(container, aim, within)
            log = container.logs(_LOG_LINES)
            # What a job tells of before a good end it has dealt with.
            is_over = not why and not container.state().running
            return Outcome(why, log, stage) if why or is_over else _complaint(log)
    except AnswerError as error:
        # The engine could not even start it: its command is not in the image.
        return Outcome(error.reason, "")


def _answered(container: Container, aim: Aim, within: float) -> tuple[str, int]:
    """Why it does not answer, empty where it does; and how far it came."""
    port = container.port or 0
    try:
        answer = in_the_end(port, wait_for_answer(container, port, aim.path, within, LONGER))
    except AnswerError as error:
        return error.reason.splitlines()[0], STARTING
    if answer.status >= 500:
        return f"It answers GET {answer.path} with status {answer.status}.", FAILING
    return undrawn(container, within) if aim.draws else "", FAILING


def _finished(container: Container, watch: float) -> tuple[str, int]:
    """Why a program that listens nowhere failed; empty where it ended well or keeps running."""
    begin = time.monotonic()
    while time.monotonic() - begin < watch and container.state().running:
        time.sleep(0.2)
    state = container.state()
    if state.running:
        socket = unoffered(container)
        return (_unoffered(socket) if socket else ""), UNOFFERED
    is_well = not state.exit_code or asked_for(container)
    return "" if is_well else f"The program ended with exit code {state.exit_code}.", STARTING


def _unoffered(socket: Socket) -> str:
    alone = " of localhost alone" if socket.loopback else ""
    return f"The program answers on port {socket.port}{alone}, which the image does not offer."


def _complaint(log: str) -> Outcome:
    """An error that is told of only in the log, where everything else is well."""
    return Outcome(_COMPLAINS if TRACEBACK in log else "", log, COMPLAINING)
