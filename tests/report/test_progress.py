import io
import re
import time

import pytest

from dockerize_ml.report.progress import progress
from dockerize_ml.report.screen import Screen
from dockerize_ml.report.terminal import Terminal


def terminal(screen: Screen, *, quiet: bool = False, verbose: bool = False) -> tuple[Terminal, io.StringIO]:
    stream = io.StringIO()
    return Terminal(err=screen, quiet=quiet, verbose=verbose, streams=(io.StringIO(), stream)), stream


def test_a_log_gets_a_line_now_and_then() -> None:
    speaker, heard = terminal(Screen(unicode=False))
    with progress("Building", speaker, every=0.02) as tell:
        tell("step 3 of 9")
        until = time.monotonic() + 5
        while "step 3 of 9" not in heard.getvalue() and time.monotonic() < until:
            time.sleep(0.005)
    lines = heard.getvalue().splitlines()
    assert lines[0] == "Building ..."
    assert lines[1] == "Building (0 s): step 3 of 9"
    assert lines[-1].startswith("+ Building: 0.")


def test_a_log_gets_no_endless_lines() -> None:
    speaker, heard = terminal(Screen(unicode=False))
    with progress("Building", speaker, every=0.02) as tell:
        tell(f"RUN {'x' * 2000}")
        until = time.monotonic() + 5
        while "\n" not in heard.getvalue().partition("RUN")[2] and time.monotonic() < until:
            time.sleep(0.005)
    # On a busy machine one may be before what is told.
    beat = next(line for line in heard.getvalue().splitlines() if "RUN" in line)
    assert re.match(r"Building \(\d s\): RUN xxx", beat)
    assert (len(beat), beat[-3:]) == (120, "...")


def test_a_person_sees_a_line_that_is_drawn_over() -> None:
    speaker, heard = terminal(Screen(colour=True, width=60, live=True))
    with progress("Building", speaker) as tell:
        tell("RUN echo [bold]x[/bold] \x1b[2J " + "y" * 200)
    assert heard.getvalue().splitlines()[-1].startswith("\x1b[32m✓\x1b[0m Building: 0.")
    assert "\x1b[2J" not in heard.getvalue()


def test_quiet_says_nothing() -> None:
    speaker, heard = terminal(Screen(), quiet=True)
    with progress("Building", speaker) as tell:
        tell("a")
    assert heard.getvalue() == ""


@pytest.mark.parametrize("live", [True, False])
def test_what_fails_is_not_called_done(live: bool) -> None:  # noqa: FBT001 - a table's column
    speaker, heard = terminal(Screen(live=live, width=60))
    with pytest.raises(ValueError, match="no"), progress("Building", speaker):
        raise ValueError("no")
    assert "✓" not in heard.getvalue()


def test_a_verbose_run_is_a_log_even_where_somebody_watches() -> None:
    speaker, heard = terminal(Screen(colour=True, width=60, live=True), verbose=True)
    with progress("Building", speaker):
        speaker.detail("#7 0.1 Collecting flask")
    assert heard.getvalue().splitlines()[:2] == ["Building …", "\x1b[2m#7 0.1 Collecting flask\x1b[0m"]
