"""One attempt: build the folder's image, look for what it lacks, start it, and wait for an answer."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, cast

from dockerize_ml.dockerfile import parse
from dockerize_ml.engine.build import Watcher, build
from dockerize_ml.engine.build_log import BuildLog
from dockerize_ml.engine.container import Container, running
from dockerize_ml.engine.drawing import undrawn
from dockerize_ml.engine.image_checks import missing_libraries
from dockerize_ml.engine.in_image import look_inside
from dockerize_ml.engine.last_words import last_words
from dockerize_ml.engine.probe import asked_for, wait_for_answer
from dockerize_ml.engine.session import Session
from dockerize_ml.engine.unoffered import unoffered
from dockerize_ml.errors import AnswerError, BuildError
from dockerize_ml.manifests.names import canonical
from dockerize_ml.mending.trouble import ANSWERING, BUILDING, FAILING, STARTING, Reach, Trouble, lines_reached
from dockerize_ml.pipeline import Generated

_LOG_LINES = 400
_JOB_WATCH = 20.0
# Who is still loading a model when the time is over gets this many times as long.
LONGER = 3


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


@dataclass(frozen=True, slots=True)
class Bench:
    """Where and how attempts are made.

    Attributes:
        session: what is started belongs to this.
        root: the project's folder, which is the build context.
        tag: the image's name.
        aim: what to ask, as the project's files tell by now.
        within: seconds that it may take to answer.
        view: shows one build while it goes on.
        generate: makes the texts of the project's files anew, its lock included.
    """

    session: Session
    root: Path
    tag: str
    aim: Callable[[], Aim]
    within: float
    view: Callable[[], AbstractContextManager[Watcher]]
    generate: Callable[[], Generated]


def attempt(bench: Bench) -> Trouble | None:
    """What went wrong, or None where it answers and lacks nothing."""
    failed = _built(bench)
    if failed is not None:
        return failed
    missing = {name: paths[0] for name, paths in missing_libraries(bench.session, bench.tag).items()}
    why, told, stage = _started(bench)
    if why:
        log = f"{told}\n{why}"
        return Trouble("start", _reason(told, why, stage), log, Reach(stage, lines_reached(log)), missing)
    if missing:
        names = ", ".join(sorted(missing))
        return Trouble("start", f"the image lacks {names}", "", Reach(ANSWERING, (-len(missing),)), missing)
    return None


def _built(bench: Bench) -> Trouble | None:
    lines: list[str] = []
    with bench.view() as watch:

        def hear(log: BuildLog, printed: list[str]) -> None:
            lines.extend(printed)
            watch(log, printed)

        try:
            build(bench.session.client, bench.root, bench.tag, watch=hear)
        except BuildError as error:
            log = "\n".join((*lines, error.reason))
            return Trouble("build", last_words(log), log, Reach(BUILDING, (_instruction(bench.root, error.line or 0),)))
    return None


def _instruction(root: Path, line: int) -> int:
    """Which instruction a line of the Dockerfile belongs to: comments come and go with what is changed."""
    dockerfile = parse((root / "Dockerfile").read_text(encoding="utf-8"))
    return sum(dockerfile.position(each.extent.start).line <= line for each in dockerfile.instructions)


class _Outcome(NamedTuple):
    """Why it does not do what it should, empty where it does; its log; and how far it came."""

    why: str
    log: str
    stage: int = STARTING


def _started(bench: Bench) -> _Outcome:
    aim = bench.aim()
    try:
        with running(bench.session, bench.tag, port=aim.port) as container:
            why, stage = _finished(container, bench) if aim.port is None else _answered(container, aim, bench.within)
            return _Outcome(why, container.logs(_LOG_LINES), stage)
    except AnswerError as error:
        # The engine could not even start it: its command is not in the image.
        return _Outcome(error.reason, "")


def installed(bench: Bench) -> dict[str, str]:
    """The distributions in the image and their versions; nothing where there is no image that could tell."""
    told = look_inside(bench.session, bench.tag, "package_sizes")
    rows = cast("list[dict[str, object]]", told) if isinstance(told, list) else []
    return {canonical(str(row["name"])): str(row["version"]) for row in rows}


def _answered(container: Container, aim: Aim, within: float) -> tuple[str, int]:
    """Why it does not answer, empty where it does; and how far it came."""
    try:
        answer = wait_for_answer(container, container.port or 0, aim.path, within, LONGER)
    except AnswerError as error:
        return error.reason.splitlines()[0], STARTING
    if answer.status >= 500:
        return f"It answers GET {aim.path} with status {answer.status}.", FAILING
    return undrawn(container, within) if aim.draws else "", FAILING


def _finished(container: Container, bench: Bench) -> tuple[str, int]:
    """Why a program that listens nowhere failed; empty where it ended well or keeps running."""
    begin = time.monotonic()
    while time.monotonic() - begin < min(bench.within, _JOB_WATCH) and container.state().running:
        time.sleep(0.2)
    state = container.state()
    if state.running:
        socket = unoffered(container)
        where = f"127.0.0.1:{socket.port}" if socket and socket.loopback else f"port {socket.port if socket else ''}"
        return f"The program answers on {where}, which the image does not offer." if socket else "", ANSWERING
    is_well = not state.exit_code or asked_for(container)
    return "" if is_well else f"The program ended with exit code {state.exit_code}.", STARTING


def _reason(log: str, why: str, stage: int) -> str:
    """The log's last words, where it is the log that tells what happened."""
    headline, *shown = why.splitlines()
    if stage == ANSWERING or not log or shown:
        return headline
    has_ended = headline.startswith("The program ended")
    return last_words(log) if has_ended or "Error" in log or "Exception" in log else headline
