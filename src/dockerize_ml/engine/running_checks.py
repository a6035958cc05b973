"""What a container shows of itself while it runs, and how it stops."""

import math
import time
from collections.abc import Iterator

from dockerize_ml.engine.check import Check
from dockerize_ml.engine.container import Container
from dockerize_ml.engine.processes import first_of

# Half of what Docker waits for before it kills; a busy machine needs more than a second or two.
_PROMPT_STOP = 5.0
_KILLED = 137
# As it should be: the program's own, or that of the signal which it was told by: SIGTERM, SIGINT, SIGQUIT.
_GOOD_ENDS = {0, 143, 130, 131}
_HEALTH_WAIT = 60
_ENOUGH_FAILURES = 2
_STEP = 64
_SPARE = 1.5
_MOST_PROCESSES = 6


def user(container: Container) -> Iterator[Check]:
    """Who runs what in it."""
    processes = container.processes()
    first = first_of(processes)
    name = "the program does not run as root"
    if first is None:
        yield Check(name, "skipped", "the engine does not list its processes")
        return
    tree = ", ".join(f"{process.name} (user {process.user})" for process in processes[:_MOST_PROCESSES])
    more = len(processes) - _MOST_PROCESSES
    tree += f" and {more} more" if more > 0 else ""
    if first.user == 0:
        hint = "Add a USER instruction with a numeric id."
        yield Check(name, "failed", f"process 1 has user id 0: {tree}", hint=hint)
    elif any(process.user == 0 for process in processes):
        yield Check(name, "warning", f"a child of process 1 runs as root: {tree}", hint="Start it without sudo.")
    else:
        yield Check(name, "ok", f"process 1 has user id {first.user}: {tree}")


def listens(container: Container) -> Check:
    """Where it can be reached."""
    name = "the program listens on 0.0.0.0"
    sockets = [socket for socket in container.sockets() if socket.port == container.inner_port]
    if not sockets:
        return Check(name, "skipped", "the container has no way to show its sockets")
    if all(socket.loopback for socket in sockets):
        hint = "Inside a container 127.0.0.1 is the container's own: listen on 0.0.0.0."
        return Check(name, "failed", f"127.0.0.1:{container.inner_port}", hint=hint)
    others = {socket.port for socket in container.sockets() if not socket.loopback} - {container.inner_port}
    more = f"; port {', '.join(str(port) for port in sorted(others))} too" if others else ""
    return Check(name, "ok", f"port {container.inner_port}{more}")


def health(container: Container, *, answers: bool = False) -> Check:
    """What the image's own health check comes to; of a program that ``answers``, failures are not for want of time."""
    name = "the health check passes"
    begin = time.monotonic()
    enough = _ENOUGH_FAILURES if answers else math.inf
    while (state := container.state()).health == "starting" and state.health_failures < enough:
        if time.monotonic() - begin > _HEALTH_WAIT:
            break
        container.look_after_health()
        time.sleep(0.25)
    took = f"{time.monotonic() - begin:.1f} s"
    match state.health:
        case "":
            return Check(name, "skipped", "the image has no HEALTHCHECK")
        case "healthy":
            return Check(name, "ok", "healthy", took)
        case _:
            said = f": {state.health_said.splitlines()[-1]}" if state.health_said else ""
            hint = "Let it ask a route that the program has, with a program that the image has."
            return Check(name, "failed", f"{state.health}{said}", took, hint=hint)


def memory(container: Container, at_rest: float | None = None) -> Check:
    """What it uses, and what to allow it: half as much again as was seen, in steps of 64 MB.

    Args:
        container: what is looked at.
        at_rest: what it used before it was asked for anything; None for a program that nobody asks.
    """
    used = max(container.memory(), at_rest or 0)
    allow = (int(max(used * _SPARE, used + _STEP)) // _STEP + 1) * _STEP
    now = f"{used:.0f} MB"
    detail = f"{now} while it runs" if at_rest is None else f"{at_rest:.0f} MB at rest, {now} after a request"
    return Check("memory", "ok", detail, f"--memory {allow}m")


def stops(container: Container) -> Check:
    """How long it takes to end when told, and how it ends."""
    name = "the container stops when told"
    took = container.stop()
    code = container.state().exit_code
    figure = f"{took:.1f} s"
    if code == _KILLED or took > _PROMPT_STOP:
        hint = "Process 1 has to heed the stop signal: start the server itself, not a shell, or set STOPSIGNAL."
        why = "it had to be killed" if code == _KILLED else "too slow"
        return Check(name, "failed", f"exit code {code}: {why}", figure, hint=hint)
    if code not in _GOOD_ENDS:
        hint = "0 or 143 tell that it ended as it was told; anything else looks like a crash to who watches it."
        return Check(name, "warning", f"exit code {code}", figure, hint=hint)
    return Check(name, "ok", f"exit code {code}", figure)
