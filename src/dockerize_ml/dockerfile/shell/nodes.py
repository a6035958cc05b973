"""What a script consists of: commands, their words, and how they are joined."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from dockerize_ml.dockerfile.shell.source import cut
from dockerize_ml.dockerfile.shell.words import unquoted

if TYPE_CHECKING:
    from dockerize_ml.dockerfile.nodes import Joined, Span

Dialect = Literal["sh", "bash", "dash", "ash", "ksh", "zsh", "powershell", "cmd", "exec", "other"]
"""``exec`` is the JSON form, where no shell takes part; ``other`` an interpreter whose language we do not read."""

READABLE: frozenset[Dialect] = frozenset(("sh", "bash", "dash", "ash", "ksh", "zsh"))

Operator = Literal["&&", "||", ";", "&", "|"]

Inside = Literal["subshell", "group", "substitution", "condition", "if", "loop", "case", "function", "negation"]


class ShellWord(NamedTuple):
    """One word of a command: ``origin.text[start:end]``.

    A tuple, since there are a hundred times more words than instructions, and few are asked for their place.

    Attributes:
        value: the word without its quotes.
        literal: false where the shell would replace a part of it (``$x``, ``$(…)``); that part stays as written.
        origin: the script it stands in.
    """

    value: str
    literal: bool
    origin: Joined
    start: int
    end: int

    @property
    def text(self) -> str:
        """The word as written."""
        return self.origin.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where it stands in the file, quotes included."""
        return self.origin.span(self.start, self.end)

    @property
    def source(self) -> Joined:
        """The word without its quotes, each character at its place in the file."""
        if len(self.value) == self.end - self.start:
            return cut(self.origin, self.start, self.end)
        return unquoted(self.origin, self.start, self.end)[0]

    @property
    def is_flag(self) -> bool:
        """Whether it starts with ``-`` and is more than that."""
        return len(self.value) > 1 and self.value[0] == "-"


class Assignment(NamedTuple):
    """``name=value`` before a command, or as a command of its own."""

    name: str
    value: ShellWord
    span: Span


class HeredocBody(NamedTuple):
    """The text a command gets by ``<<NAME``; ``expand`` is false where the name is quoted."""

    name: str
    expand: bool
    source: Joined


class Redirect(NamedTuple):
    """``2> file``: the operator as written, its target, and the body where it is a heredoc."""

    operator: str
    target: ShellWord
    span: Span
    heredoc: HeredocBody | None = None


class Option(NamedTuple):
    """One flag of a command: ``--name=value`` or one letter of ``-abc``; ``word`` is the index in ``Command.words``."""

    name: str
    value: str | None
    word: int


@dataclass(frozen=True)
class Command:
    """One command of a script.

    Attributes:
        name: what it runs, without the folder; empty where that is not known before it runs.
        words: all words, the command's own name first; none where it only assigns.
        span: from the first word or assignment to behind the last word.
        assignments: those written before the name.
        redirects: in order.
        before: the operator that joins it to the command before it, None at the start.
        after: the operator behind it.
        piped_from: whether its input comes through a pipe. ``piped_to``: whether its output goes into one.
        inside: what it stands in.
        through: the names of the commands that run it, outermost first: ``("sudo",)``, ``("bash",)``.
    """

    name: str
    words: tuple[ShellWord, ...]
    span: Span
    assignments: tuple[Assignment, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    before: Operator | None = None
    after: Operator | None = None
    piped_from: bool = False
    piped_to: bool = False
    inside: frozenset[Inside] = frozenset()
    through: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The command's name as written, its folder included."""
        return self.words[0].value if self.words else ""

    @property
    def args(self) -> tuple[ShellWord, ...]:
        """The words behind the name."""
        return self.words[1:]

    @cached_property
    def arguments(self) -> tuple[ShellWord, ...]:
        """The words behind the name that are no flags."""
        return tuple(word for word in self.args if not word.value.startswith("-"))

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """The flags in order, up to a bare ``--``."""
        return tuple(_options(self.words))

    @cached_property
    def flags(self) -> frozenset[str]:
        """The names of the flags: ``--x=y`` is ``x``, ``-abc`` is ``a``, ``b`` and ``c``."""
        return frozenset(option.name for option in self.options)

    def has_flag(self, *names: str) -> bool:
        """Whether one of these flags is given."""
        return not self.flags.isdisjoint(names)

    def has_argument(self, *values: str) -> bool:
        """Whether one of these words stands behind the name, flags included."""
        return any(word.value in values for word in self.args)

    def flag_value(self, *names: str) -> str | None:
        """What the first of these flags is set to: ``--name=value``, ``--name value``, ``-n value`` or ``-nvalue``."""
        for option in self.options:
            if option.name not in names:
                continue
            return option.value if option.value is not None else self._value_behind(option)
        return None

    def _value_behind(self, option: Option) -> str | None:
        text = self.words[option.word].value
        if not text.startswith("--") and text[-1] != option.name:
            return text.partition(option.name)[2]
        behind = option.word + 1
        return self.words[behind].value if behind < len(self.words) else None

    def narrowed(
        self, start: int, end: int | None = None, *, through: str | None = None, named: str | None = None
    ) -> Command:
        """The command that words ``start`` to ``end`` make, as run by this one."""
        words = self.words[start:end]
        last = self.span.end if end is None else words[-1].span.end
        return replace(
            self,
            name=named or base_name(words[0]),
            words=words,
            span=type(self.span)(words[0].span.start, last),
            through=self.through if through is None else (*self.through, through),
        )


def _options(words: tuple[ShellWord, ...]) -> list[Option]:
    found = []
    for index, word in enumerate(words[1:], start=1):
        text = word.value
        if text == "--":
            break
        if text.startswith("--"):
            name, equals, value = text[2:].partition("=")
            found.append(Option(name, value if equals else None, index))
        elif word.is_flag:
            letters, equals, value = text[1:].partition("=")
            found += [Option(letter, None, index) for letter in letters[:-1]]
            found.append(Option(letters[-1:], value if equals else None, index))
    return found


def base_name(word: ShellWord) -> str:
    """The command that a word names, without its folder; empty where variables decide that."""
    last = word.value.replace("\\", "/").rpartition("/")[2]
    return "" if not word.literal and any(mark in last for mark in "$`") else last


class Pipe(NamedTuple):
    """One ``|``: where, and whether a failure in front of it fails the script (``pipefail``)."""

    span: Span
    pipefail: bool
    inside: frozenset[Inside] = frozenset()
    through: tuple[str, ...] = ()


@dataclass(frozen=True)
class Script:
    """The commands of one instruction.

    ``commands`` has those that others run (``sudo``, ``sh -c "…"``) behind the ones that run them. ``has_error`` where
    the text is no valid shell: what could be read is there all the same.
    """

    source: Joined
    dialect: Dialect
    commands: tuple[Command, ...] = ()
    pipes: tuple[Pipe, ...] = ()
    has_error: bool = False

    @property
    def text(self) -> str:
        """What the shell is given."""
        return self.source.text

    @cached_property
    def simple_commands(self) -> tuple[Command, ...]:
        """The commands as written, without those that others run."""
        return tuple(command for command in self.commands if not command.through)

    def named(self, *names: str) -> tuple[Command, ...]:
        """The commands of these names, in order."""
        return tuple(command for command in self.commands if command.name in names)
