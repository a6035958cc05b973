"""The proof of an image: built, started, answering, run as nobody special, stopped when told, gone afterwards."""

import time
from collections.abc import Callable, Iterator

from dockerize_ml.engine import running_checks
from dockerize_ml.engine.build import Built
from dockerize_ml.engine.check import Check
from dockerize_ml.engine.container import Container, running
from dockerize_ml.engine.diagnosis import diagnosis
from dockerize_ml.engine.drawing import drawn
from dockerize_ml.engine.following import in_the_end
from dockerize_ml.engine.image_checks import image_checks
from dockerize_ml.engine.last_words import last_words
from dockerize_ml.engine.model_check import model_check
from dockerize_ml.engine.probe import asked_for, ended_badly, wait_for_answer
from dockerize_ml.engine.session import Session
from dockerize_ml.engine.trials import Trial, posted, under_other_conditions
from dockerize_ml.errors import AnswerError, BuildError

_JOB_WATCH = 20


def prove(session: Session, trial: Trial, build: Callable[[], Built]) -> Iterator[Check]:
    """Build an image and try it.

    Args:
        session: all that is started belongs to it.
        trial: what to ask of the image.
        build: builds it.

    Yields:
        One check after the other, as soon as it is known; it ends early where nothing more can be asked.

    Raises:
        BuildError, AnswerError: after the failed check was yielded, so that the exit code tells which it was.
    """
    try:
        built = build()
    except BuildError as error:
        yield Check("the image builds", "failed", error.place or "", hint=error.hint)
        raise
    size = "" if built.size is None else f", {built.size / 1e6:.0f} MB"
    yield Check("the image builds", "ok", built.tag, f"{built.seconds:.1f} s{size}")
    yield from image_checks(session, built.tag)
    yield from model_check(session, built.tag, trial.models)
    yield from _program(session, built.tag, trial) if trial.port is None else _server(session, built.tag, trial)


def _server(session: Session, image: str, trial: Trial) -> Iterator[Check]:
    """A program that answers requests."""
    with running(session, image, port=trial.port) as container:
        try:
            yield _answers(container, trial)
        except AnswerError as error:
            yield Check("the container answers", "failed", error.reason.splitlines()[0], hint=error.hint)
            raise
        if trial.draws:
            yield from _drawn(container, trial)
        yield running_checks.listens(container)
        at_rest = container.memory()
        yield from posted(container, trial)
        yield from running_checks.user(container)
        yield running_checks.health(container, answers=True)
        yield running_checks.memory(container, at_rest)
        yield running_checks.stops(container)
    yield from under_other_conditions(session, image, trial)
    yield Check("the container is removed", "ok", container.name)


def _drawn(container: Container, trial: Trial) -> Iterator[Check]:
    try:
        yield drawn(container, trial.within)
    except AnswerError as error:
        yield Check("the page is drawn", "failed", error.reason.splitlines()[0], hint=error.hint)
        raise


def _program(session: Session, image: str, trial: Trial) -> Iterator[Check]:
    """A program that listens nowhere: a job has to end well, a worker to keep running."""
    with running(session, image, port=None) as container:
        begin = time.monotonic()
        while time.monotonic() - begin < min(trial.within, _JOB_WATCH) and container.state().running:
            time.sleep(0.2)
        state = container.state()
        took = f"{time.monotonic() - begin:.1f} s"
        wanted = "" if state.running else asked_for(container)
        if wanted:
            yield Check("the program runs", "ok", wanted, took)
            yield _user_of(session, image)
        elif not state.running and state.exit_code:
            error = ended_badly(container)
            yield Check("the program runs", "failed", error.reason.splitlines()[0], took, hint=error.hint)
            raise error
        elif not state.running:
            yield Check("the program runs to its end", "ok", "exit code 0", took)
            yield _user_of(session, image)
        else:
            yield Check("the program keeps running", "ok", "", took)
            yield from running_checks.user(container)
            yield running_checks.health(container)
            yield running_checks.memory(container)
            yield running_checks.stops(container)
    yield Check("the container is removed", "ok", container.name)


def _user_of(session: Session, image: str) -> Check:
    """Whom the image starts its program as, where that is over too soon to be seen."""
    name = "the program does not run as root"
    user = session.client.ask("image", "inspect", "--format", "{{.Config.User}}", image).strip()
    if user.partition(":")[0] in {"", "0", "root"}:
        return Check(name, "failed", "the image has no USER but root", hint="Add a USER instruction with a numeric id.")
    return Check(name, "ok", f"USER {user}")


def _answers(container: Container, trial: Trial) -> Check:
    port = container.port or 0
    answer = in_the_end(port, wait_for_answer(container, port, trial.path, trial.within))
    leads = "" if answer.path == trial.path else f", which leads to {answer.path}"
    name = f"the container answers GET {trial.path}{leads}"
    figure = f"{answer.seconds:.1f} s after the start"
    if answer.status >= 500:
        log = container.logs()
        said = last_words(log) if log else ""
        return Check(name, "failed", f"status {answer.status}", figure, hint=diagnosis("start", log) or said)
    return Check(name, "ok", f"status {answer.status}", figure)
