"""A build while it goes on: its running steps drawn over on a terminal, a line for each finished step everywhere."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dockerize_ml.engine.build_log import BuildLog, Step
from dockerize_ml.report.cells import cut, pad
from dockerize_ml.report.progress import heartbeat
from dockerize_ml.report.safe import safe
from dockerize_ml.report.screen import Screen
from dockerize_ml.report.terminal import Terminal
from dockerize_ml.report.words import counted

if TYPE_CHECKING:
    from rich.console import RenderableType

TITLE = "Building the image"
_MOST_RUNNING = 6
_STAGE = 14
_SECONDS = 10
# What is over sooner than that would only flicker.
_WORTH_SHOWING = 0.5
_PLAIN_WIDTH = 100
_LEAST_ROOM = 10

Watcher = Callable[[BuildLog, list[str]], None]


@contextmanager
def build_view(terminal: Terminal) -> Iterator[Watcher]:
    """Show a build until the block ends.

    Args:
        terminal: where to show it; nothing is shown where it is quiet.

    Yields:
        A function to call with the build's log after each of its changes, and the lines that the steps printed.
    """
    log = BuildLog()
    begin = time.monotonic()
    if terminal.quiet:
        yield lambda _, __: None
        return
    # What the steps print would break lines that are drawn over.
    shown = _drawn if terminal.err.live and not terminal.verbose else _logged
    with shown(terminal, begin) as watch:

        def remember(told: BuildLog, printed: list[str]) -> None:
            nonlocal log
            log = told
            watch(told, printed)

        yield remember
    terminal.done(f"{TITLE}: {time.monotonic() - begin:.1f} s{_counted(log)}")


def finished_rows(steps: Sequence[Step], screen: Screen) -> Iterator[str]:
    """Steps that are over; those that were built before are one row together."""
    cached = [step for step in steps if step.state == "cached"]
    if cached:
        alone = len(cached) == 1
        told = _row(cached[0], "cached", screen) if alone else f"{len(cached)} steps were built before: cached"
        yield f"  {screen.paint(screen.sign('skipped'), 'dim')} {told}"
    for step in sorted(steps, key=lambda step: step.stage):
        if step.state == "done":
            yield f"  {screen.paint(screen.sign('ok'), 'ok')} {_row(step, f'{step.seconds:.1f} s', screen)}"


def running_rows(log: BuildLog, screen: Screen, now: float) -> Iterator[str]:
    """The steps that run, and what each is at."""
    running = [step for step in list(log.steps.values()) if step.state == "running"]
    worth = [step for step in running if now - step.since > _WORTH_SHOWING]
    for step in worth[:_MOST_RUNNING]:
        yield f"    {_row(step, f'{now - step.since:.0f} s', screen)}"
        at = _at(step)
        if at:
            indented = f"{' ' * (_STAGE + 5)}{safe(at)}"
            yield screen.paint(cut(indented, (screen.width or _PLAIN_WIDTH) - 1, screen), "dim")


def _row(step: Step, took: str, screen: Screen) -> str:
    room = max((screen.width or _PLAIN_WIDTH) - _STAGE - _SECONDS - 8, _LEAST_ROOM)
    stage = pad(cut(safe(step.stage), _STAGE, screen), _STAGE)
    return f"{screen.paint(stage, 'dim')} {pad(cut(safe(step.instruction), room, screen), room)} {took:>{_SECONDS}}"


def _at(step: Step) -> str:
    """What is moved and how long that takes yet, else the last line that it printed."""
    moving = [transfer for transfer in list(step.transfers.values()) if not transfer.over and transfer.current]
    if not moving:
        # A copy, since the build goes on in another thread than the drawing.
        return next((line for line in reversed(list(step.lines)) if line.strip()), "")
    current = sum(transfer.current for transfer in moving)
    total = sum(transfer.total for transfer in moving)
    left = max((transfer.left or 0 for transfer in moving), default=0)
    told = f"{current / 1e6:.1f} MB of {total / 1e6:.1f} MB" if total >= current else f"{current / 1e6:.1f} MB"
    return f"{told}, {left:.0f} s left" if left >= 1 else told


def _counted(log: BuildLog) -> str:
    steps = [step for step in log.steps.values() if step.numbered]
    cached = sum(step.state == "cached" for step in steps)
    return f", {counted(len(steps), 'step')}, {cached} of them cached" if steps else ""


@contextmanager
def _drawn(terminal: Terminal, begin: float) -> Iterator[Watcher]:
    """The running steps at the bottom, the finished ones above."""
    # Only a terminal needs it, and it takes long to load.
    from rich.console import Console, Group  # noqa: PLC0415 - see above
    from rich.live import Live  # noqa: PLC0415 - see above
    from rich.spinner import Spinner  # noqa: PLC0415 - see above
    from rich.text import Text  # noqa: PLC0415 - see above

    screen, log = terminal.err, BuildLog()
    console = Console(file=terminal.stderr, no_color=not screen.colour, width=screen.width, highlight=False)
    spinner = Spinner("dots" if screen.unicode else "line")

    def picture() -> "RenderableType":
        over = sum(step.state in {"done", "cached"} for step in list(log.steps.values()) if step.numbered)
        steps = sum(step.numbered for step in list(log.steps.values()))
        spinner.update(text=Text(f"{TITLE}: {time.monotonic() - begin:.0f} s, {over} of {steps} steps"))
        return Group(spinner, *(Text.from_ansi(row) for row in running_rows(log, screen, time.time())))

    told = _Told()
    with Live(console=console, get_renderable=picture, refresh_per_second=8, transient=True) as live:

        def watch(now: BuildLog, _printed: list[str]) -> None:
            nonlocal log
            log = now
            for row in finished_rows(told.new(now), screen):
                live.console.print(Text.from_ansi(row))

        yield watch


@contextmanager
def _logged(terminal: Terminal, _begin: float) -> Iterator[Watcher]:
    """A line for every step that is over, and one now and then about those that take long."""
    told = _Told()
    with heartbeat(TITLE, terminal) as tell:

        def watch(log: BuildLog, printed: list[str]) -> None:
            for line in printed:
                terminal.detail(line)
            for row in finished_rows(told.new(log), terminal.err):
                terminal.show(row)
            running = next((step for step in log.steps.values() if step.state == "running" and step.numbered), None)
            tell(f"{running.stage} {running.instruction}" if running else "")

        yield watch


class _Told:
    """Which steps were told already."""

    def __init__(self) -> None:
        self._steps: set[str] = set()

    def new(self, log: BuildLog) -> list[Step]:
        """The numbered steps that are over and were not told."""
        over = {digest: step for digest, step in log.steps.items() if step.is_told and digest not in self._steps}
        self._steps.update(over)
        return list(over.values())
