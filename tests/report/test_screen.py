import io

import pytest

from dockerize_ml.report.screen import PLAIN, Screen, encodable, in_ci, screen_of


class Stream(io.TextIOWrapper):
    """A stream with an encoding, which may say that it is a terminal."""

    def __init__(self, *, terminal: bool, encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(), encoding=encoding)
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


COLOURS: dict[str, tuple[bool, dict[str, str], bool | None, bool]] = {
    "a terminal": (True, {"TERM": "xterm"}, None, True),
    "a pipe": (False, {"TERM": "xterm"}, None, False),
    "NO_COLOR on a terminal": (True, {"TERM": "xterm", "NO_COLOR": "1"}, None, False),
    "an empty NO_COLOR says nothing": (True, {"TERM": "xterm", "NO_COLOR": ""}, None, True),
    "FORCE_COLOR in a pipe": (False, {"FORCE_COLOR": "1"}, None, True),
    "FORCE_COLOR wins over NO_COLOR": (False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, None, True),
    "FORCE_COLOR=0 is a no": (True, {"TERM": "xterm", "FORCE_COLOR": "0"}, None, False),
    "CLICOLOR_FORCE in a pipe": (False, {"CLICOLOR_FORCE": "1"}, None, True),
    "NO_COLOR wins over CLICOLOR_FORCE": (False, {"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, None, False),
    "a dumb terminal": (True, {"TERM": "dumb"}, None, False),
    "the user's no wins over all": (True, {"TERM": "xterm", "FORCE_COLOR": "1"}, False, False),
    "the user's yes wins over all": (False, {"NO_COLOR": "1"}, True, True),
}


@pytest.mark.parametrize(("terminal", "environ", "told", "expected"), COLOURS.values(), ids=COLOURS)
def test_colour(terminal: bool, environ: dict[str, str], told: bool | None, expected: bool) -> None:  # noqa: FBT001 - a table's columns
    assert screen_of(Stream(terminal=terminal), environ, colour=told).colour is expected


SIGNS: dict[str, tuple[str, dict[str, str], str]] = {
    "UTF-8": ("utf-8", {"LANG": "de_DE.UTF-8"}, "✓"),
    "UTF-8 with no locale told": ("utf-8", {}, "✓"),
    "LC_ALL=C": ("utf-8", {"LC_ALL": "C"}, "+"),
    "LC_ALL=C wins over LANG": ("utf-8", {"LC_ALL": "C", "LANG": "en_US.UTF-8"}, "+"),
    "C.UTF-8 can show it": ("utf-8", {"LC_ALL": "C.UTF-8"}, "✓"),
    "an ASCII stream": ("ascii", {}, "+"),
    "a stream in latin-1": ("latin-1", {"LANG": "en_US.UTF-8"}, "+"),
    "an old Windows code page": ("cp1252", {}, "+"),
}


@pytest.mark.parametrize(("encoding", "environ", "sign"), SIGNS.values(), ids=SIGNS)
def test_signs_are_ascii_where_nothing_else_can_be_shown(encoding: str, environ: dict[str, str], sign: str) -> None:
    assert screen_of(Stream(terminal=False, encoding=encoding), environ).sign("ok") == sign


def test_a_pipe_has_no_width_and_a_terminal_the_told_one() -> None:
    assert screen_of(Stream(terminal=False), {"COLUMNS": "60"}).width is None
    assert screen_of(Stream(terminal=True), {"COLUMNS": "60"}).width == 60
    assert screen_of(Stream(terminal=True), {"COLUMNS": "many"}).width == 80


@pytest.mark.parametrize("environ", [{"CI": "true"}, {"GITHUB_ACTIONS": "true"}, {"GITLAB_CI": "1"}, {"TERM": "dumb"}])
def test_nothing_moves_where_nobody_watches(environ: dict[str, str]) -> None:
    assert not screen_of(Stream(terminal=True), environ).live


def test_a_person_at_a_terminal_may_see_a_line_drawn_over() -> None:
    assert screen_of(Stream(terminal=True), {"TERM": "xterm", "CI": "false"}).live
    assert not screen_of(Stream(terminal=False), {"TERM": "xterm"}).live


def test_ci_set_to_false_is_no_build_server() -> None:
    assert not in_ci({"CI": "false"})


def test_paint_only_with_colour() -> None:
    assert PLAIN.paint("x", "error") == "x"
    assert Screen(colour=True).paint("x", "error") == "\x1b[1;31mx\x1b[0m"
    assert Screen(colour=True).paint("", "error") == ""


def test_code_in_backticks_is_painted_and_keeps_its_backticks() -> None:
    assert Screen(colour=True).code("use `pip`, now") == "use \x1b[36m`pip`\x1b[0m, now"
    assert Screen(colour=True).code("a lone ` tick") == "a lone ` tick"
    assert PLAIN.code("use `pip`") == "use `pip`"


def test_any_text_can_be_written_to_any_stream() -> None:
    assert encodable("größe → 日", Stream(terminal=False, encoding="ascii")) == r"gr\xf6\xdfe \u2192 \u65e5"
    assert encodable("größe", Stream(terminal=False)) == "größe"
    assert encodable("a\udc80", Stream(terminal=False)) == r"a\udc80"
