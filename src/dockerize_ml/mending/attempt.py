"""One attempt: build the folder's image, look for what it lacks, start it, and wait for an answer."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

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
from dockerize_ml.errors import AnswerError, BuildError
from dockerize_ml.manifests.names import canonical
from dockerize_ml.mending.trouble import ANSWERING, BUILDING, STARTING, Reach, Trouble, lines_reached
from dockerize_ml.pipeline import Generated

_LOG_LINES = 400
_JOB_WATCH = 20.0


@dataclass(frozen=True, slots=True)
class Bench:
    """Where and how attempts are made.

    Attributes:
        session: what is started belongs to this.
        root: the project's folder, which is the build context.
        tag: the image's name.
        port: what the program listens on; None where it listens nowhere.
        path: the route to ask for.
        draws: whether Streamlit draws its page.
        within: seconds that it may take to answer.
        view: shows one build while it goes on.
        generate: makes the texts of the project's files anew, its lock included.
    """

    session: Session
    root: Path
    tag: str
    port: int | None
    path: str
    draws: bool
    within: float
    view: Callable[[], AbstractContextManager[Watcher]]
    generate: Callable[[], Generated]


def attempt(bench: Bench) -> Trouble | None:
    """What went wrong, or None where it answers and lacks nothing."""
    failed = _built(bench)
    if failed is not None:
        return failed
    missing = {name: paths[0] for name, paths in missing_libraries(bench.session, bench.tag).items()}
    why, log = _started(bench)
    if why:
        return Trouble("start", _reason(log, why), log, Reach(STARTING, lines_reached(log)), missing)
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


def _started(bench: Bench) -> tuple[str, str]:
    """Why it does not do what it should, empty where it does; and its log."""
    try:
        with running(bench.session, bench.tag, port=bench.port) as container:
            why = _finished(container, bench) if bench.port is None else _answered(container, bench)
            return why, f"{container.logs(_LOG_LINES)}\n{why}"
    except AnswerError as error:
        # The engine could not even start it: its command is not in the image.
        return error.reason, error.reason


def installed(bench: Bench) -> dict[str, str]:
    """The distributions in the image and their versions; nothing where there is no image that could tell."""
    told = look_inside(bench.session, bench.tag, "package_sizes")
    rows = cast("list[dict[str, object]]", told) if isinstance(told, list) else []
    return {canonical(str(row["name"])): str(row["version"]) for row in rows}


def _answered(container: Container, bench: Bench) -> str:
    """Why it does not answer; empty where it does."""
    try:
        answer = wait_for_answer(container, container.port or 0, bench.path, bench.within)
    except AnswerError as error:
        return error.reason.splitlines()[0]
    if answer.status >= 500:
        return f"It answers GET {bench.path} with status {answer.status}."
    return undrawn(container, bench.within) if bench.draws else ""


def _finished(container: Container, bench: Bench) -> str:
    """Why a program that listens nowhere failed; empty where it ended well or keeps running."""
    begin = time.monotonic()
    while time.monotonic() - begin < min(bench.within, _JOB_WATCH) and container.state().running:
        time.sleep(0.2)
    state = container.state()
    is_well = state.running or not state.exit_code or asked_for(container)
    return "" if is_well else f"The program ended with exit code {state.exit_code}."


def _reason(log: str, why: str) -> str:
    return last_words(log) if "Error" in log or "Exception" in log else why
