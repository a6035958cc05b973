"""A container tried under other conditions: with few rights, as anybody, and with a real request."""

import http.client
from collections.abc import Iterator
from dataclasses import dataclass

from dockerize_ml.engine.check import Check
from dockerize_ml.engine.container import Container, start
from dockerize_ml.engine.probe import wait_for_answer
from dockerize_ml.engine.session import Session
from dockerize_ml.errors import AnswerError


@dataclass(frozen=True, slots=True)
class Trial:
    """What to ask of an image.

    Attributes:
        port: what the container listens on; None for a program that listens nowhere.
        path: the route to ask for.
        within: seconds that the program may take before it answers.
        request: JSON of the user's own to post, or None.
        request_path: where to post it.
        models: the model files that the project opens, relative to its folder.
        draws: whether Streamlit draws its page.
    """

    port: int | None
    path: str
    within: float
    request: bytes | None = None
    request_path: str = "/predict"
    models: tuple[str, ...] = ()
    draws: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """Other options of ``docker run``, the row that tells of them, and what to do where it does not work with them."""

    name: str
    options: tuple[str, ...]
    hint: str


_CONDITIONS = (
    Condition(
        "works read-only and without rights",
        ("--read-only", "--tmpfs=/tmp", "--cap-drop=ALL", "--security-opt=no-new-privileges"),
        "Platforms that start containers like this refuse it: write only to /tmp or a volume.",
    ),
    Condition(
        "works as an arbitrary user",
        ("--user", "54321:0"),
        "OpenShift starts containers so: give group 0 the rights of the owner (chmod g=u).",
    ),
)


def under_other_conditions(session: Session, image: str, trial: Trial) -> Iterator[Check]:
    """Not every image has to work so: what does not is told, and fails nothing."""
    started: list[tuple[Condition, Container | AnswerError]] = []
    try:
        # All are started before the first is waited for, since loading a model takes its time.
        started.extend((condition, _started(session, image, trial, condition)) for condition in _CONDITIONS)
        for condition, container in started:
            yield _works(container, trial, condition)
    finally:
        for _, container in started:
            if isinstance(container, Container):
                container.remove()


def _started(session: Session, image: str, trial: Trial, condition: Condition) -> Container | AnswerError:
    try:
        return start(session, image, port=trial.port, options=condition.options)
    except AnswerError as error:
        return error


def _works(container: Container | AnswerError, trial: Trial, condition: Condition) -> Check:
    options = " ".join(condition.options)
    try:
        if isinstance(container, AnswerError):
            raise container
        answer = wait_for_answer(container, container.port or 0, trial.path, trial.within)
    except AnswerError as error:
        return Check(condition.name, "warning", f"{options}: {error.reason.splitlines()[-1]}", hint=condition.hint)
    if answer.status >= 500:
        return Check(condition.name, "warning", f"{options}: status {answer.status}", hint=condition.hint)
    return Check(condition.name, "ok", options)


def posted(container: Container, trial: Trial) -> Iterator[Check]:
    """The user's own request, where there is one."""
    if trial.request is None or container.port is None:
        return
    name = f"the container answers POST {trial.request_path}"
    connection = http.client.HTTPConnection("127.0.0.1", container.port, timeout=trial.within)
    try:
        connection.request("POST", trial.request_path, trial.request, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        body = answer.read(500).decode("utf-8", "replace").strip()
    except (OSError, http.client.HTTPException) as error:
        yield Check(name, "failed", str(error), hint=f"Its log says why: {_last_line(container)}")
        return
    finally:
        connection.close()
    if answer.status >= 400:
        yield Check(name, "failed", f"status {answer.status}: {body}", hint="Send what the program asks for.")
    else:
        yield Check(name, "ok", f"status {answer.status}: {body}")


def _last_line(container: Container) -> str:
    lines = container.logs().splitlines()
    return lines[-1] if lines else "nothing"
