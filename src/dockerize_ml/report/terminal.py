"""The two streams of a command: data on standard output, all that is said on standard error."""

import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Self, TextIO

from dockerize_ml.errors import DockerizeError
from dockerize_ml.report.prose import hanging
from dockerize_ml.report.safe import safe
from dockerize_ml.report.screen import PLAIN, Screen, Style, encodable, screen_of

if TYPE_CHECKING:
    from dockerize_ml.config import Language

EXCERPT_LIMIT = 5_000_000  # bytes; of a larger file no line is shown


class Terminal:
    """Where a command speaks.

    Whatever is said is made safe here, so that text from a project, an image or a program cannot act on the screen.

    Attributes:
        out: what standard output can show.
        err: what standard error can show.
        quiet: say nothing but warnings and errors.
        verbose: say details too.
    """

    def __init__(
        self,
        *,
        out: Screen = PLAIN,
        err: Screen = PLAIN,
        quiet: bool = False,
        verbose: bool = False,
        streams: tuple[TextIO, TextIO] | None = None,
    ) -> None:
        self.out = out
        self.err = err
        self.quiet = quiet
        self.verbose = verbose
        self._streams = streams

    @classmethod
    def here(
        cls,
        *,
        quiet: bool = False,
        verbose: bool = False,
        colour: bool | None = None,
        environ: Mapping[str, str] | None = None,
    ) -> Self:
        """The process's own streams, and what they can show; ``colour`` is the user's word if there is one."""
        out = screen_of(sys.stdout, environ, colour=colour)
        err = screen_of(sys.stderr, environ, colour=colour)
        return cls(out=out, err=err, quiet=quiet, verbose=verbose)

    @property
    def stderr(self) -> TextIO:
        """Where all is said that is not data."""
        return self._streams[1] if self._streams else sys.stderr

    @property
    def stdout(self) -> TextIO:
        """Where data goes."""
        return self._streams[0] if self._streams else sys.stdout

    def speaking(self, language: "Language") -> Self:
        """The same terminal for a reader of that language."""
        return type(self)(
            out=self.out._replace(language=language),
            err=self.err._replace(language=language),
            quiet=self.quiet,
            verbose=self.verbose,
            streams=self._streams,
        )

    def data(self, text: str) -> None:
        """Write what the command was asked for; the text ends its own lines and was made safe by who made it."""
        self.stdout.write(encodable(text, self.stdout))
        self.stdout.flush()

    def show(self, text: str) -> None:
        """Write finished lines, painted and made safe by who made them, unless quiet."""
        if not self.quiet:
            self._write(text)

    def say(self, sentence: str) -> None:
        """One plain line, unless quiet."""
        if not self.quiet:
            self._write(self.err.code(safe(sentence, keep="\n")))

    def done(self, sentence: str) -> None:
        """One line for something that worked, unless quiet."""
        if not self.quiet:
            sign = self.err.paint(self.err.sign("ok"), "ok")
            self._write(f"{sign} {self.err.code(safe(self.err.said(sentence)))}")

    def detail(self, sentence: str) -> None:
        """One line that only a verbose run shows."""
        if self.verbose and not self.quiet:
            self._write(self.err.paint(safe(self.err.said(sentence), keep="\n"), "dim"))

    def warn(self, sentence: str, hint: str = "") -> None:
        """Something to look at; said even when quiet."""
        self._labelled("warning", "warning", sentence)
        self._hint(hint)

    def error(self, trouble: DockerizeError) -> None:
        """What went wrong, where, the line itself, and what to do about it."""
        self._labelled("error", "error", trouble.reason)
        # A whole file that the sentence names already is not named again.
        if trouble.place is not None and f"`{trouble.place}`" not in trouble.reason:
            arrow = self.err.paint(f"  {self.err.sign('arrow')}", "dim")
            self._write(f"{arrow} {self.err.paint(safe(trouble.place), 'bold')}")
        for row in _line_in_question(trouble, self.err):
            self._write(row)
        self._hint(trouble.hint)

    def _labelled(self, label: str, style: Style, sentence: str) -> None:
        first, *rest = safe(sentence, keep="\n").splitlines() or [""]
        painted = f"{self.err.paint(f'{label}:', style)} {self.err.code(first)}"
        # What stands on lines of its own (the end of a log) is shown as it is.
        self._write("\n".join([*hanging(painted, self.err, len(label) + 2), *rest]))

    def _hint(self, hint: str) -> None:
        if hint:
            self._labelled("  hint", "ok", hint)

    def _write(self, text: str) -> None:
        stream = self.stderr
        stream.write(encodable(text, stream) + "\n")
        stream.flush()


def _line_in_question(trouble: DockerizeError, screen: Screen) -> Iterator[str]:
    """The line that an error names, its words marked; nothing where it cannot be read."""
    if trouble.path is None or trouble.line is None:
        return
    # Only an error needs these, and then the time to load them does not matter.
    from dockerize_ml.dockerfile.nodes import Position  # noqa: PLC0415 - see above
    from dockerize_ml.report.excerpt import excerpt  # noqa: PLC0415 - see above
    from dockerize_ml.report.source import Source  # noqa: PLC0415 - see above

    source = Source(_text_of(trouble.path))
    line = source.line(trouble.line)
    if not line.strip():
        return
    start = Position(trouble.line, len(line) - len(line.lstrip()) + 1)
    end = Position(trouble.line, len(line.rstrip()) + 1)
    yield from excerpt(source, start, end, screen, "error")


def _text_of(path: str) -> str:
    from pathlib import Path  # noqa: PLC0415 - only for an error

    from dockerize_ml.project.reading import read_text  # noqa: PLC0415 - only for an error

    try:
        return read_text(Path(path), shown=path, limit=EXCERPT_LIMIT)
    except DockerizeError:
        return ""
