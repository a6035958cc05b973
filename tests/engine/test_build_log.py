"""BuildKit's own account of builds, as it prints it."""

import base64
import json
from typing import Any

from dockerize_ml.engine.build_log import BuildLog, Step

BEGIN, LATER, END = "2026-11-27T22:50:40Z", "2026-11-27T22:50:42.5Z", "2026-11-27T22:50:44.123456789Z"


def told(**parts: list[dict[str, Any]]) -> str:
    return json.dumps(parts)


def logged(digest: str, text: str, *, stream: int = 1) -> str:
    return told(logs=[{"vertex": digest, "stream": stream, "data": base64.b64encode(text.encode()).decode()}])


def read(*lines: str) -> BuildLog:
    log = BuildLog()
    for line in lines:
        log.read(line)
    return log


def only(log: BuildLog) -> Step:
    (step,) = log.steps.values()
    return step


RUNNING = told(vertexes=[{"digest": "a", "name": "[build 3/9] RUN pip install \\\n  flask", "started": BEGIN}])


def test_a_step_has_its_stage_its_instruction_and_its_time() -> None:
    step = only(read(told(vertexes=[{"digest": "a", "name": "[build 3/9] RUN x"}])))
    assert (step.stage, step.instruction, step.state) == ("build 3/9", "RUN x", "waiting")
    assert only(read(RUNNING)).state == "running"
    over = told(vertexes=[{"digest": "a", "name": "[build 3/9] RUN x", "started": BEGIN, "completed": END}])
    step = only(read(RUNNING, over))
    assert (step.state, round(step.seconds, 1), step.instruction) == ("done", 4.1, "RUN pip install \\ flask")


def test_a_step_that_was_built_before_is_cached() -> None:
    line = told(vertexes=[{"digest": "a", "name": "[2/3] RUN x", "started": BEGIN, "completed": BEGIN, "cached": True}])
    assert only(read(line)).state == "cached"


def test_the_step_that_failed_is_told_from_those_that_were_canceled_for_it() -> None:
    log = read(
        told(vertexes=[{"digest": "a", "name": "[a 1/2] RUN x", "started": BEGIN, "error": "context canceled"}]),
        told(vertexes=[{"digest": "b", "name": "[b 1/2] RUN y", "started": BEGIN, "error": "exit code: 7"}]),
    )
    assert log.failed is not None
    assert (log.failed.instruction, log.failed.error) == ("RUN y", "exit code: 7")


def test_lines_come_in_pieces_and_a_progress_bar_is_one_line() -> None:
    log = BuildLog()
    log.read(RUNNING)
    assert log.read(logged("a", "one\ntw")) == ["one"]
    assert log.read(logged("a", "o\n10 %\r50 %\r100 %\r\n")) == ["two", "100 %"]
    assert list(only(log).lines) == ["one", "two", "100 %"]


def test_the_two_streams_do_not_cut_into_each_other() -> None:
    log = read(
        RUNNING, logged("a", "on"), logged("a", "E: tw", stream=2), logged("a", "e\n"), logged("a", "o\n", stream=2)
    )
    assert list(only(log).lines) == ["one", "E: two"]


def test_a_base_image_is_told_only_where_it_was_fetched() -> None:
    over = {"digest": "a", "name": "[1/2] FROM python", "started": BEGIN, "completed": END}
    log = read(told(vertexes=[over]))
    assert not only(log).is_told
    log.read(told(statuses=[{"id": "sha256:1", "vertex": "a", "current": 1, "total": 1}]))
    assert only(log).is_told


def test_a_download_tells_what_is_left() -> None:
    part = {"id": "sha256:1", "vertex": "a", "current": 25_000_000, "total": 100_000_000, "started": BEGIN}
    log = read(RUNNING, told(statuses=[{**part, "timestamp": LATER}]))
    (transfer,) = only(log).transfers.values()
    assert transfer.left == 7.5
    log.read(told(statuses=[{**part, "current": 100_000_000, "timestamp": END, "completed": END}]))
    assert transfer.left is None


def test_what_the_client_says_itself_is_kept_apart() -> None:
    log = read("Dockerfile:5", '{"no": "progress"}', "{broken", "ERROR: failed to solve")
    assert list(log.other) == ["Dockerfile:5", '{"no": "progress"}', "{broken", "ERROR: failed to solve"]
    assert log.failed is None


def test_a_log_of_a_step_that_nobody_named_is_passed_over() -> None:
    assert BuildLog().read(logged("nobody", "x\n")) == []
