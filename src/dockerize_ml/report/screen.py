"""What the other end of a stream can show: colour, which signs, how wide; and the painting itself."""

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TextIO

if TYPE_CHECKING:
    from dockerize_ml.config import Language

Style = Literal["error", "warning", "info", "style", "ok", "bold", "dim", "code", "added", "removed"]
Sign = Literal["ok", "failed", "skipped", "warning", "arrow", "bar", "top", "foot", "line", "more", "cut", "dot"]

CODES: Final[Mapping[Style, str]] = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;34",
    "style": "1;35",
    "ok": "32",
    "bold": "1",
    "dim": "2",
    "code": "36",
    "added": "32",
    "removed": "31",
}
SIGNS: Final[Mapping[Sign, tuple[str, str]]] = {
    "ok": ("✓", "+"),
    "failed": ("✗", "x"),
    "skipped": ("–", "-"),  # noqa: RUF001 - an en dash beside ✓ and ✗ is meant
    "warning": ("!", "!"),
    "arrow": ("→", "->"),
    "bar": ("│", "|"),
    "top": ("╭", "/"),
    "foot": ("╰", "|"),
    "line": ("─", "_"),
    "more": ("⋮", "..."),
    "cut": ("…", "..."),
    "dot": ("·", "-"),
}
NO_WORDS = frozenset({"0", "false", "no", "never"})
CI_NAMES = ("CI", "GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "BUILDKITE")
ANSI_ON_WINDOWS = ("WT_SESSION", "ANSICON", "ConEmuANSI", "TERM")


class Screen(NamedTuple):
    """What a stream can show.

    Attributes:
        colour: whether to paint.
        unicode: whether signs beyond ASCII can be shown.
        width: how many cells a line has, or None where nothing is cut or wrapped (a file, a pipe).
        live: whether a line may be drawn over (a person is watching).
        language: what it is read in.
    """

    colour: bool = False
    unicode: bool = True
    width: int | None = None
    live: bool = False
    language: "Language" = "en"

    def said(self, sentence: str) -> str:
        """A sentence of ours in the reader's language; anything else as it is."""
        if self.language == "en":
            return sentence
        from dockerize_ml.knowledge.languages import in_language  # noqa: PLC0415 - only where it is asked for

        return in_language(sentence, self.language)

    def paint(self, text: str, style: Style) -> str:
        """The text in a style, or as it is where there is no colour."""
        if not self.colour or not text:
            return text
        return f"\x1b[{CODES[style]}m{text}\x1b[0m"

    def sign(self, name: Sign) -> str:
        """A sign, in ASCII where nothing else can be shown."""
        pretty, plain = SIGNS[name]
        return pretty if self.unicode else plain

    def code(self, text: str) -> str:
        """A sentence with what stands in backticks painted."""
        if not self.colour:
            return text
        pieces = text.split("`")
        if len(pieces) % 2 == 0:
            return text
        return "".join(self.paint(f"`{piece}`", "code") if at % 2 else piece for at, piece in enumerate(pieces))


PLAIN: Final = Screen()


def screen_of(stream: TextIO, environ: Mapping[str, str] | None = None, *, colour: bool | None = None) -> Screen:
    """What ``stream`` can show, as its encoding, the terminal and the environment say.

    Args:
        stream: where the text will go.
        environ: the environment; the process's own unless given.
        colour: the user's word from the command line, which wins.
    """
    told = os.environ if environ is None else environ
    terminal = stream.isatty()
    painted = _colour_wanted(told, terminal=terminal) if colour is None else colour
    return Screen(
        colour=painted,
        unicode=_shows_unicode(stream, told),
        width=_width(stream, told) if terminal else None,
        live=terminal and told.get("TERM") != "dumb" and not in_ci(told),
    )


def in_ci(environ: Mapping[str, str]) -> bool:
    """Whether a build server runs us, where nobody watches and nobody answers."""
    return any(environ.get(name, "").lower() not in {"", *NO_WORDS} for name in CI_NAMES)


def encodable(text: str, stream: TextIO) -> str:
    """The text with all that the stream's encoding lacks shown as an escape, so that writing it cannot fail."""
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)


def _colour_wanted(environ: Mapping[str, str], *, terminal: bool) -> bool:
    if forced := environ.get("FORCE_COLOR"):
        return forced.lower() not in NO_WORDS
    if environ.get("NO_COLOR"):
        return False
    if environ.get("CLICOLOR_FORCE", "0") not in {"", "0"}:
        return True
    if environ.get("TERM") == "dumb" or not terminal:
        return False
    # An old Windows console shows the codes instead of the colours.
    return sys.platform != "win32" or any(name in environ for name in ANSI_ON_WINDOWS)


def _shows_unicode(stream: TextIO, environ: Mapping[str, str]) -> bool:
    locale = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or ""
    # Python writes UTF-8 under LC_ALL=C as well; the user has still said that only ASCII is wanted.
    if locale in {"C", "POSIX"}:
        return False
    try:
        "✓✗→╭│…⋮".encode(stream.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def _width(stream: TextIO, environ: Mapping[str, str]) -> int:
    told = environ.get("COLUMNS", "")
    if told.isdecimal() and int(told) > 0:
        return int(told)
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80
