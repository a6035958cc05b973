"""Telling that something is still going on: a moving line for a person, a line now and then for a log."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from dockerize_ml.report.cells import cut
from dockerize_ml.report.safe import safe
from dockerize_ml.report.terminal import Terminal

EVERY = 10.0  # seconds between two lines of a log
_PLAIN_WIDTH = 120  # cells of a line that no terminal limits


@contextmanager
def progress(title: str, terminal: Terminal, *, every: float = EVERY) -> Iterator[Callable[[str], None]]:
    """Show that ``title`` is under way until the block ends, and how long it took.

    Args:
        title: what is being done: ``Building the image``.
        terminal: where to show it; nothing is shown where it is quiet.
        every: the seconds between two lines where nobody watches.

    Yields:
        A function to tell what it is at: ``tell("step 3 of 9")``.
    """
    begin = time.monotonic()
    title = terminal.err.said(title)
    if terminal.quiet:
        yield lambda _: None
        return
    # Details that are printed meanwhile would break a line that is drawn over.
    shown = _moving if terminal.err.live and not terminal.verbose else heartbeat
    with shown(title, terminal, every) as tell:
        yield tell
    terminal.done(f"{title}: {time.monotonic() - begin:.1f} s")


@contextmanager
def late_progress(title: str, terminal: Terminal) -> Iterator[Callable[[str], None]]:
    """The same for what may turn out to be needless: nothing is shown before the first ``tell``."""
    with ExitStack() as stack:
        started: list[Callable[[str], None]] = []

        def tell(step: str) -> None:
            if not started:
                started.append(stack.enter_context(progress(title, terminal)))
            started[0](step)

        yield tell


@contextmanager
def _moving(title: str, terminal: Terminal, every: float) -> Iterator[Callable[[str], None]]:  # noqa: ARG001 - as below
    """One line that is drawn over."""
    # Only a terminal needs it, and it takes long to load.
    from rich.console import Console  # noqa: PLC0415 - see above
    from rich.status import Status  # noqa: PLC0415 - see above
    from rich.text import Text  # noqa: PLC0415 - see above

    screen = terminal.err
    console = Console(file=terminal.stderr, no_color=not screen.colour, width=screen.width, highlight=False)
    with Status(Text(title), console=console, spinner="dots" if screen.unicode else "line") as status:

        def tell(step: str) -> None:
            line = cut(f"{title}: {safe(screen.said(step))}", (screen.width or 80) - 4, screen)
            status.update(Text(line))

        yield tell


@contextmanager
def heartbeat(title: str, terminal: Terminal, every: float = EVERY) -> Iterator[Callable[[str], None]]:
    """A line at the beginning and one every few seconds, so that nobody takes it for dead."""
    terminal.say(f"{title} {terminal.err.sign('cut')}")
    latest = [""]
    over = threading.Event()

    def watch() -> None:
        begin = time.monotonic()
        while not over.wait(every):
            at = f": {latest[0]}" if latest[0] else ""
            line = f"{title} ({time.monotonic() - begin:.0f} s){at}"
            terminal.say(cut(line, terminal.err.width or _PLAIN_WIDTH, terminal.err))

    def tell(step: str) -> None:
        latest[0] = terminal.err.said(step)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield tell
    finally:
        over.set()
        watcher.join()
