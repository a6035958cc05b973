import io
import subprocess
import sys
from pathlib import Path

import pytest

from dockerize_ml.errors import DockerizeError, ManifestError
from dockerize_ml.report.screen import Screen
from dockerize_ml.report.terminal import Terminal


class Heard:
    """A terminal whose words are kept."""

    def __init__(self, *, quiet: bool = False, verbose: bool = False, screen: Screen | None = None) -> None:
        self.streams = (io.StringIO(), io.StringIO())
        shown = screen or Screen()
        self.terminal = Terminal(out=shown, err=shown, quiet=quiet, verbose=verbose, streams=self.streams)

    @property
    def out(self) -> str:
        return self.streams[0].getvalue()

    @property
    def err(self) -> str:
        return self.streams[1].getvalue()


def test_data_goes_to_standard_output_and_words_to_standard_error() -> None:
    heard = Heard(verbose=True)
    heard.terminal.data("{}\n")
    heard.terminal.say("Looking at `app.py`.")
    heard.terminal.done("Built.")
    heard.terminal.detail("read 3 files")
    assert heard.out == "{}\n"
    assert heard.err == "Looking at `app.py`.\n✓ Built.\nread 3 files\n"


def test_quiet_keeps_warnings_and_data() -> None:
    heard = Heard(quiet=True, verbose=True)
    heard.terminal.say("a")
    heard.terminal.done("b")
    heard.terminal.detail("c")
    heard.terminal.show("d")
    heard.terminal.warn("e", "f")
    heard.terminal.data("g\n")
    assert heard.err == "warning: e\n  hint: f\n"
    assert heard.out == "g\n"


def test_details_are_for_verbose_runs() -> None:
    heard = Heard()
    heard.terminal.detail("read 3 files")
    assert heard.err == ""


def test_an_error_says_what_where_and_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("requirements.txt").write_text("numpy\n\tflask[async\n", encoding="utf-8")
    heard = Heard()
    heard.terminal.error(
        ManifestError(
            reason="The bracket is not closed.", hint="Write `flask[async]`.", path="requirements.txt", line=2
        )
    )
    assert heard.err.splitlines() == [
        "error: The bracket is not closed.",
        "  → requirements.txt:2",
        "   2 │     flask[async",
        "     │     ^^^^^^^^^^^",
        "  hint: Write `flask[async]`.",
    ]


PLACES: dict[str, tuple[str | None, int | None, str]] = {
    "nowhere": (None, None, "error: a\n  hint: b\n"),
    "a whole file": ("a.txt", None, "error: a\n  -> a.txt\n  hint: b\n"),
    "a file that is gone": ("gone.txt", 3, "error: a\n  -> gone.txt:3\n  hint: b\n"),
    "a folder": (".", 1, "error: a\n  -> .:1\n  hint: b\n"),
    "a line that the file does not have": ("a.txt", 9, "error: a\n  -> a.txt:9\n  hint: b\n"),
    "a path that no system has": ("a\0b", 1, "error: a\n  -> a\\x00b:1\n  hint: b\n"),
}


@pytest.mark.parametrize(("path", "line", "said"), PLACES.values(), ids=PLACES)
def test_an_error_is_told_even_where_its_line_cannot_be_shown(
    path: str | None, line: int | None, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("x\n", encoding="utf-8")
    heard = Heard(screen=Screen(unicode=False))
    heard.terminal.error(DockerizeError(reason="a", hint="b", path=path, line=line))
    assert heard.err == said


def test_a_place_that_the_sentence_names_is_not_named_again() -> None:
    heard = Heard()
    heard.terminal.error(DockerizeError(reason="`api` does not exist.", hint="Name a folder.", path="api"))
    assert heard.err == "error: `api` does not exist.\n  hint: Name a folder.\n"


def test_nothing_that_is_said_acts_on_the_screen() -> None:
    nasty = "\x1b]0;owned\x07\u202e[bold]x[/bold]"
    shown = r"\x1b]0;owned\x07\u202e[bold]x[/bold]"
    heard = Heard(verbose=True)
    for speak in (heard.terminal.say, heard.terminal.done, heard.terminal.detail, heard.terminal.warn):
        speak(nasty)
    heard.terminal.error(DockerizeError(reason=nasty, hint=nasty, path=nasty))
    assert heard.err.count(shown) == 7
    assert "\x1b" not in heard.err


def test_words_reach_a_stream_that_knows_only_ascii() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    terminal = Terminal(streams=(stream, stream))
    terminal.say("größe")
    terminal.data("日\n")
    assert raw.getvalue() == b"gr\\xf6\\xdfe\n\\u65e5\n"


def test_speaking_loads_nothing_that_only_some_commands_need() -> None:
    script = """
import sys
from dockerize_ml.report.terminal import Terminal
Terminal.here().say("a")
heavy = {"rich", "pydantic", "dockerize_ml.dockerfile", "dockerize_ml.lint", "dockerize_ml.facts"}
print(*sorted(set(sys.modules) & heavy))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
