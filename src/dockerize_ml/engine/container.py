"""One container of ours: started, watched, stopped and removed."""

import json
import re
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from dockerize_ml.engine.client import Client
from dockerize_ml.engine.diagnosis import known_failure
from dockerize_ml.engine.processes import COLUMNS, PODMANS_COLUMNS, Process, read_processes
from dockerize_ml.engine.session import Session
from dockerize_ml.engine.sockets import Socket, read_sockets
from dockerize_ml.errors import AnswerError

_TAKEN = re.compile("port is already allocated|address already in use")
_AMOUNT = re.compile(r"(?P<number>[\d.]+)(?P<unit>[A-Za-z]+)")
_UNITS = {"B": 1, "KiB": 2**10, "MiB": 2**20, "GiB": 2**30, "kB": 1e3, "MB": 1e6, "GB": 1e9}


class PortTakenError(AnswerError):
    """The port that was asked for is used by something else on this machine."""


@dataclass(frozen=True, slots=True)
class State:
    """What the engine says of a container; ``health`` is empty where the image has no health check.

    ``health_said`` is what that check printed last, ``health_failures`` how often it failed of the last times.
    """

    running: bool
    exit_code: int
    health: str
    health_said: str
    health_failures: int
    out_of_memory: bool


@dataclass(frozen=True, slots=True)
class Container:
    """A container that runs, or ran.

    ``port`` is the one on this machine, or None where nothing was mapped; ``inner_port`` is the one that it leads to.
    """

    client: Client
    name: str
    port: int | None
    inner_port: int | None = None

    def state(self) -> State:
        """Ask the engine how it is."""
        told = json.loads(self.client.ask("inspect", "--format", "{{json .State}}", self.name))
        health = told.get("Health") or told.get("Healthcheck") or {}
        attempts = health.get("Log") or [{}]
        return State(
            running=told["Running"],
            exit_code=told["ExitCode"],
            health=health.get("Status", ""),
            health_said=attempts[-1].get("Output", "").strip(),
            health_failures=sum(attempt.get("ExitCode", 0) != 0 for attempt in attempts),
            out_of_memory=told.get("OOMKilled", False),
        )

    def look_after_health(self) -> None:
        """Run the health check where nobody else does: Podman leaves that to systemd, which need not be there."""
        if self.client.podman:
            self.client.call("healthcheck", "run", self.name)

    def logs(self, tail: int = 20) -> str:
        """The last lines it printed on either stream."""
        done = self.client.call("logs", "--tail", str(tail), self.name)
        return (done.output + done.errors).strip()

    def memory(self) -> float:
        """The megabytes that it uses now."""
        told = self.client.ask("stats", "--no-stream", "--format", "{{.MemUsage}}", self.name)
        found = _AMOUNT.match(told.strip())
        return float(found["number"]) * _UNITS[found["unit"]] / 1e6 if found else 0.0

    def sockets(self) -> tuple[Socket, ...]:
        """What it listens on, read from the kernel's tables inside it; nothing where it has no way to show them."""
        tables = ("/proc/net/tcp", "/proc/net/tcp6")
        done = self.client.call("exec", self.name, "cat", *tables)
        if done.code and not done.output:
            program = "import sys; [sys.stdout.write(open(name).read()) for name in sys.argv[1:]]"
            done = self.client.call("exec", self.name, "python", "-c", program, *tables)
        return tuple(read_sockets(done.output))

    def does(self, *command: str) -> bool:
        """Whether a command ends well in it."""
        return self.client.call("exec", self.name, *command, timeout=30).code == 0

    def processes(self) -> tuple[Process, ...]:
        """What runs in it; nothing where it has ended."""
        columns = PODMANS_COLUMNS if self.client.podman else COLUMNS
        return tuple(read_processes(self.client.call("top", self.name, *columns).output))

    def stop(self, grace: int = 10) -> float:
        """Ask it to stop and wait; how many seconds that took."""
        begin = time.monotonic()
        self.client.ask("stop", "--time", str(grace), self.name, timeout=grace + 20)
        return time.monotonic() - begin

    def remove(self) -> None:
        """Remove it with its volumes, running or not; nothing happens where it is gone already."""
        self.client.call("rm", "--force", "--volumes", self.name, timeout=60)


def start(
    session: Session, image: str, *, port: int | None, host_port: int = 0, options: Sequence[str] = ()
) -> Container:
    """Start a container in the background.

    Args:
        session: what it belongs to.
        image: what to run.
        port: the container's port to map, or None for a program that listens nowhere.
        host_port: the port on this machine; 0 takes a free one.
        options: more options of ``docker run``.

    Raises:
        PortTakenError: something else uses ``host_port``.
        AnswerError: the engine could not start it for another reason.
    """
    name = f"dockerize-ml-{uuid.uuid4().hex[:12]}"
    mapping = () if port is None else ("--publish", f"127.0.0.1:{host_port or ''}:{port}")
    arguments = ("--detach", "--name", name, "--label", session.label, *mapping, *options, image)
    container = Container(session.client, name, None)
    done = session.client.call("run", *arguments, timeout=120)
    if done.code:
        container.remove()
        raise _refusal(done.errors, host_port)
    if port is None:
        return container
    return Container(session.client, name, _mapped(container, port), port)


def _mapped(container: Container, port: int) -> int:
    """The port on this machine; 0 where the container has ended already and has none any more."""
    told = container.client.call("port", container.name, f"{port}/tcp")
    return 0 if told.code else int(told.output.split()[0].rpartition(":")[2])


def _refusal(errors: str, host_port: int) -> AnswerError:
    if host_port and _TAKEN.search(errors):
        return PortTakenError(
            reason=f"Port {host_port} is taken on this machine.", hint="Choose another with `--port`."
        )
    # The client's last line only points at its help.
    said = [
        line for line in errors.splitlines() if line.strip() and not line.startswith(("Run 'docker", "See 'docker"))
    ]
    known = known_failure("start", errors) or known_failure("engine", errors)
    return AnswerError(
        reason=f"The container could not be started: {said[-1] if said else 'the engine does not say why'}",
        hint=f"{known.meaning} {known.remedy}" if known else "Look at the command in the Dockerfile's last lines.",
    )


@contextmanager
def running(session: Session, image: str, *, port: int | None, options: Sequence[str] = ()) -> Iterator[Container]:
    """A container for the length of a ``with``; it is removed whatever happens inside."""
    container = start(session, image, port=port, options=options)
    try:
        yield container
    finally:
        container.remove()
