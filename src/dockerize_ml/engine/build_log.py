"""What BuildKit tells of a build while it goes on, read from ``--progress=rawjson``.

Every line is a JSON object with ``vertexes`` (the steps), ``statuses`` (what is moved: layers, the context) and
``logs`` (what the steps print, in base64). A step is told again whenever something about it changes.
"""

import base64
import json
import re
import time
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypedDict

State = Literal["waiting", "running", "cached", "done", "failed", "canceled"]

# `[build 3/9] RUN pip install …`; internal steps (`[internal] load …`) and the export have no number.
_NAME = re.compile(r"\[(?P<stage>[^\]]*?) ?(?P<at>\d+)/(?P<of>\d+)\] (?P<what>.+)", re.DOTALL)
_TAIL = 40


class _Vertex(TypedDict, total=False):
    digest: str
    name: str
    started: str
    completed: str
    cached: bool
    error: str


class _Status(TypedDict, total=False):
    id: str
    vertex: str
    current: int
    total: int
    timestamp: str
    started: str
    completed: str


class _Log(TypedDict, total=False):
    vertex: str
    stream: int
    data: str


class _Told(TypedDict, total=False):
    vertexes: list[_Vertex]
    statuses: list[_Status]
    logs: list[_Log]


@dataclass(slots=True)
class Transfer:
    """Bytes that are moved for a step; ``total`` is 0 where nobody knows it."""

    current: int = 0
    total: int = 0
    started: float = 0.0
    seen: float = 0.0
    over: bool = False

    @property
    def left(self) -> float | None:
        """The seconds that are left at the pace so far."""
        took = self.seen - self.started
        if self.over or not self.total or not self.current or took <= 0:
            return None
        return took / self.current * (self.total - self.current)


@dataclass(slots=True)
class Step:
    """One step of the build.

    Attributes:
        name: as BuildKit names it, in one line.
        state: how it stands.
        seconds: how long it has worked, without the time that is still running.
        since: when we heard that it began to run, as seconds since 1970.
        error: why it failed.
        lines: the end of what it printed.
        transfers: what it moves, by BuildKit's name for it.
    """

    name: str
    state: State = "waiting"
    seconds: float = 0.0
    since: float = 0.0
    error: str = ""
    lines: deque[str] = field(default_factory=lambda: deque(maxlen=_TAIL))
    transfers: dict[str, Transfer] = field(default_factory=dict)
    _partial: dict[int, str] = field(default_factory=dict)

    @property
    def numbered(self) -> bool:
        """Whether the Dockerfile has it; the others are BuildKit's own."""
        return _NAME.fullmatch(self.name) is not None

    @property
    def stage(self) -> str:
        """``build 3/9``, or empty."""
        found = _NAME.fullmatch(self.name)
        return f"{found['stage']} {found['at']}/{found['of']}".strip() if found else ""

    @property
    def instruction(self) -> str:
        """``RUN pip install …``, or the whole name of a step that has no number."""
        found = _NAME.fullmatch(self.name)
        return found["what"] if found else self.name

    @property
    def is_told(self) -> bool:
        """Whether it is over and worth a line: a base image that is here already is nothing that took place."""
        over = self.state in {"done", "cached"}
        return self.numbered and over and (bool(self.transfers) or not self.instruction.startswith("FROM "))

    def printed(self, stream: int, text: str) -> list[str]:
        """Take what it printed on a stream, which need not end with a line; the lines that are whole now."""
        *whole, self._partial[stream] = (self._partial.get(stream, "") + text).split("\n")
        # What a progress bar drew over is not told again.
        lines = [line.rstrip("\r").rpartition("\r")[2] for line in whole]
        self.lines.extend(lines)
        return lines


class BuildLog:
    """All steps, in the order in which BuildKit named them."""

    def __init__(self) -> None:
        self.steps: dict[str, Step] = {}
        self.other: deque[str] = deque(maxlen=_TAIL)

    def read(self, line: str) -> list[str]:
        """Take one line of the client's output; the lines of log that it brought."""
        told = _told(line)
        if told is None:
            self.other.append(line)
            return [line]
        for vertex in told.get("vertexes") or ():
            self._vertex(vertex)
        for status in told.get("statuses") or ():
            self._status(status)
        printed: list[str] = []
        for log in told.get("logs") or ():
            step = self.steps.get(log.get("vertex", ""))
            if step is not None:
                data = base64.b64decode(log.get("data", "")).decode("utf-8", "replace")
                printed += step.printed(log.get("stream", 1), data)
        return printed

    @property
    def failed(self) -> Step | None:
        """The step that made the build fail."""
        return next((step for step in self.steps.values() if step.state == "failed"), None)

    def _vertex(self, told: _Vertex) -> None:
        name = " ".join(told.get("name", "").split())
        step = self.steps.setdefault(told.get("digest", name), Step(name))
        started, completed = _moment(told.get("started")), _moment(told.get("completed"))
        if told.get("error"):
            step.error = told["error"]
            step.state = "canceled" if "context canceled" in step.error else "failed"
        elif completed is not None and started is not None:
            # One step can run several times, and is told as over in between.
            step.seconds = max(step.seconds, completed - started)
            step.state = "cached" if told.get("cached") else "done"
        elif started is not None and step.state != "running":
            # By our own clock: the engine's may be that of another machine.
            step.since, step.state = time.time(), "running"

    def _status(self, told: _Status) -> None:
        step = self.steps.get(told.get("vertex", ""))
        if step is None:
            return
        transfer = step.transfers.setdefault(told.get("id", ""), Transfer())
        transfer.current = told.get("current", 0)
        transfer.total = told.get("total", 0) or transfer.total
        transfer.started = _moment(told.get("started")) or transfer.started
        transfer.seen = _moment(told.get("timestamp")) or transfer.seen
        transfer.over = bool(told.get("completed"))


def _told(line: str) -> _Told | None:
    """The line as BuildKit's JSON; None where the client says something itself."""
    if not line.startswith("{"):
        return None
    try:
        told: _Told = json.loads(line)
    except ValueError:
        return None
    return told if told.keys() & {"vertexes", "statuses", "logs", "warnings"} else None


def _moment(text: str | None) -> float | None:
    return datetime.fromisoformat(text).timestamp() if text else None
