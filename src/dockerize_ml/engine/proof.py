"""The proof of an image: built, started, answering, run as nobody special, stopped when told, gone afterwards."""

import time
from collections.abc import Callable, Iterator

from dockerize_ml.engine.build import Built
from dockerize_ml.engine.check import Check
from dockerize_ml.engine.client import Client
from dockerize_ml.engine.container import Container, running
from dockerize_ml.engine.diagnosis import diagnosis
from dockerize_ml.engine.image_checks import image_checks
from dockerize_ml.engine.probe import wait_for_answer
from dockerize_ml.engine.trials import Trial, memory, posted, under_other_conditions
from dockerize_ml.errors import AnswerError, BuildError

_MEGABYTE = 1_000_000
# Half of what Docker waits for before it kills; a busy machine needs more than a second or two.
_PROMPT_STOP = 5.0
_KILLED = 137
_HEALTH_WAIT = 60
_JOB_WATCH = 20


def prove(client: Client, trial: Trial, build: Callable[[], Built]) -> Iterator[Check]:
    """Build an image and try it.

    Args:
        client: the engine.
        trial: what to ask of it.
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
    yield Check("the image builds", "ok", built.tag, f"{built.seconds:.1f} s, {built.size / _MEGABYTE:.0f} MB")
    yield from image_checks(client, built.tag)
    if trial.port is None:
        yield from _job(client, built.tag, trial)
        return
    with running(client, built.tag, port=trial.port) as container:
        try:
            yield _answers(container, trial)
        except AnswerError as error:
            yield Check("the container answers", "failed", error.reason.splitlines()[0], hint=error.hint)
            raise
        at_rest = container.memory()
        yield from posted(container, trial)
        yield _user(container)
        yield _health(container)
        yield memory(container, at_rest)
        yield _stops(container)
    yield from under_other_conditions(client, built.tag, trial)
    yield Check("the container is removed", "ok", container.name)


def _job(client: Client, tag: str, trial: Trial) -> Iterator[Check]:
    """A program that listens nowhere: it has to end well, or to keep running."""
    with running(client, tag, port=None) as container:
        begin = time.monotonic()
        while time.monotonic() - begin < min(trial.within, _JOB_WATCH) and container.state().running:
            time.sleep(0.2)
        state = container.state()
        took = f"{time.monotonic() - begin:.1f} s"
        if not state.running and state.exit_code:
            log = container.logs()
            yield Check(
                "the program runs",
                "failed",
                f"exit code {state.exit_code}",
                took,
                hint=log.splitlines()[-1] if log else "",
            )
            raise AnswerError(
                reason=f"The program ended with exit code {state.exit_code}. The end of its log:\n{log}",
                hint=diagnosis("start", log)
                or "Mend what the log names; arguments can be given after the image's name in `docker run`.",
            )
        if not state.running:
            yield Check("the program runs to its end", "ok", "exit code 0", took)
            return
        yield Check("the program keeps running", "ok", "", took)
        yield _user(container)
        yield _stops(container)


def _answers(container: Container, trial: Trial) -> Check:
    answer = wait_for_answer(container, container.port or 0, trial.path, trial.within)
    name = f"the container answers GET {trial.path}"
    if answer.status >= 500:
        return Check(name, "failed", f"status {answer.status}", hint="Its log says why: docker logs.")
    return Check(name, "ok", f"status {answer.status}", f"{answer.seconds:.1f} s after the start")


def _user(container: Container) -> Check:
    uid = container.user_of_first_process()
    name = "the program does not run as root"
    if uid in {"0", "root"}:
        return Check(name, "failed", "process 1 has user id 0", hint="Add a USER instruction with a numeric id.")
    return Check(name, "ok", f"process 1 has user id {uid}")


def _health(container: Container) -> Check:
    name = "the health check passes"
    begin = time.monotonic()
    while (health := container.state().health) == "starting" and time.monotonic() - begin < _HEALTH_WAIT:
        time.sleep(0.25)
    took = f"{time.monotonic() - begin:.1f} s"
    match health:
        case "":
            return Check(name, "skipped", "the image has no HEALTHCHECK")
        case "healthy":
            return Check(name, "ok", "healthy", took)
        case _:
            return Check(name, "failed", health, took, hint="`docker inspect` shows what the check printed.")


def _stops(container: Container) -> Check:
    name = "the container stops when told"
    took = container.stop()
    code = container.state().exit_code
    if code == _KILLED or took > _PROMPT_STOP:
        hint = "Process 1 has to heed the stop signal: start the server itself, not a shell, or set STOPSIGNAL."
        why = "it had to be killed" if code == _KILLED else "too slow"
        return Check(name, "failed", f"exit code {code}: {why}", f"{took:.1f} s", hint=hint)
    return Check(name, "ok", f"exit code {code}", f"{took:.1f} s")
