"""A build as it is shown."""

import io
import json

from dockerize_ml.engine.build_log import BuildLog, Step, Transfer
from dockerize_ml.report.build_view import build_view, finished_rows, running_rows
from dockerize_ml.report.screen import PLAIN, Screen
from dockerize_ml.report.terminal import Terminal

BEGIN, END = "2026-11-27T22:50:40Z", "2026-11-27T22:50:42Z"


def shown(screen: Screen, *lines: str, verbose: bool = False, quiet: bool = False) -> str:
    stream = io.StringIO()
    terminal = Terminal(err=screen, verbose=verbose, quiet=quiet, streams=(io.StringIO(), stream))
    log = BuildLog()
    with build_view(terminal) as watch:
        for line in lines:
            watch(log, log.read(line))
    return stream.getvalue()


def over(name: str, *, cached: bool = False) -> str:
    return json.dumps(
        {"vertexes": [{"digest": name, "name": name, "started": BEGIN, "completed": END, "cached": cached}]}
    )


LINES = (over("[1/2] COPY x /", cached=True), over("[2/2] RUN \x1b[2J y"), "a line of the client")


def test_each_step_is_told_once_and_the_end_counts_them() -> None:
    text = shown(PLAIN, *LINES, *LINES)
    assert text.count("COPY x /") == 1
    assert text.count("2.0 s") == 1
    assert "2 steps, 1 of them cached" in text
    assert "\x1b[2J" not in text
    assert "a line of the client" not in text


def test_a_verbose_build_shows_what_the_steps_print() -> None:
    assert "a line of the client" in shown(PLAIN, *LINES, verbose=True)


def test_a_quiet_build_says_nothing() -> None:
    assert shown(PLAIN, *LINES, quiet=True) == ""


def test_on_a_terminal_finished_steps_stay_above_what_is_drawn_over() -> None:
    text = shown(Screen(colour=True, width=80, live=True), *LINES)
    assert "COPY x /" in text
    assert "\x1b[2J" not in text


def test_steps_that_were_built_before_are_one_row_together() -> None:
    steps = [Step(f"[{at}/9] RUN x", state="cached") for at in range(1, 5)]
    assert list(finished_rows(steps, PLAIN)) == ["  – 4 steps were built before: cached"]  # noqa: RUF001 - the sign


def test_a_running_step_tells_what_it_is_at() -> None:
    log = BuildLog()
    log.steps["a"] = step = Step("[1/2] RUN pip install torch", state="running", since=100.0)
    step.lines.extend(["Collecting torch", ""])
    first, second = running_rows(log, PLAIN, now=130.0)
    assert first.split() == ["1/2", "RUN", "pip", "install", "torch", "30", "s"]
    assert second.strip() == "Collecting torch"
    step.transfers["layer"] = Transfer(current=20_000_000, total=60_000_000, started=100.0, seen=110.0)
    assert list(running_rows(log, PLAIN, now=130.0))[1].strip() == "20.0 MB of 60.0 MB, 20 s left"


def test_a_terminal_may_be_as_narrow_as_it_likes() -> None:
    step = Step("[stage-1 2/5] RUN pip install torch", state="done", seconds=3)
    (row,) = finished_rows([step], Screen(width=20))
    assert "RUN pip" in row


def test_what_is_over_at_once_does_not_flicker() -> None:
    log = BuildLog()
    log.steps["a"] = Step("[1/2] WORKDIR /app", state="running", since=100.0)
    assert list(running_rows(log, PLAIN, now=100.1)) == []
