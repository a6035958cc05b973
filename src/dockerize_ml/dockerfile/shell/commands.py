"""From indices in a script to commands at their place in the file, with what they run in turn."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from dockerize_ml.dockerfile.nodes import Joined, Span
from dockerize_ml.dockerfile.shell import flat, tree
from dockerize_ml.dockerfile.shell.heredocs import Body, heredocs, masked
from dockerize_ml.dockerfile.shell.nodes import (
    Assignment,
    Command,
    HeredocBody,
    Inside,
    Pipe,
    Redirect,
    ShellWord,
    base_name,
)
from dockerize_ml.dockerfile.shell.raw import RawCommand, RawPipe, RawRedirect
from dockerize_ml.dockerfile.shell.source import cut
from dockerize_ml.dockerfile.shell.words import is_plain, unquoted
from dockerize_ml.dockerfile.shell.wrappers import READING, WRAPPING, inner_script, reads_input, wrapped

# A script in a script in a script is as deep as anyone goes; it must end somewhere.
_DEEPEST = 8
# Where `set` holds only up to the closing bracket.
_OWN_OPTIONS: frozenset[Inside] = frozenset(("subshell", "substitution", "function"))


class Text(NamedTuple):
    """A script to be read: its text, what runs it, and the options its shell starts with."""

    source: Joined
    through: tuple[str, ...] = ()
    options: frozenset[str] = frozenset()
    inside: frozenset[Inside] = frozenset()


class Reading(NamedTuple):
    """What was read out of a script and those inside it."""

    commands: tuple[Command, ...]
    pipes: tuple[Pipe, ...]
    has_error: bool = False


def read(text: Text) -> Reading:
    """Read a script and the scripts it hands to other shells."""
    bodies = heredocs(text.source.text)
    raw = flat.read(text.source.text) or tree.read(masked(text.source.text, bodies))
    by_marker = {body.marker[0]: body for body in bodies}
    outer = [_command(text, found, by_marker) for found in raw.commands]
    return run_by(outer, tuple(_pipes(text, raw.pipes, outer)), has_error=raw.has_error)


def run_by(outer: list[Command], pipes: tuple[Pipe, ...] = (), *, has_error: bool = False) -> Reading:
    """The commands, each followed by those that it runs, and the pipes of all of them."""
    commands: list[Command] = []
    deeper: list[Pipe] = []
    known: set[Span] = set()
    for command in chain.from_iterable(_with_wrapped(each) if each.name in WRAPPING else (each,) for each in outer):
        commands.append(command)
        for inner in map(read, _scripts(command)):
            # The outer shell has run what stands in `sh -c "$(…)"`; both scripts have it, at the same place.
            known = known or {command.span for command in outer} | {pipe.span for pipe in pipes}
            commands += [each for each in inner.commands if each.span not in known]
            deeper += [each for each in inner.pipes if each.span not in known]
    return Reading(tuple(commands), (*pipes, *deeper), has_error)


def _command(text: Text, raw: RawCommand, bodies: dict[int, Body]) -> Command:
    source = text.source
    words = tuple([_word(source, start, end) for start, end in raw.words])
    ranges = raw.assignments + raw.words
    around = raw.around
    return Command(
        name=base_name(words[0]) if words else "",
        words=words,
        span=source.span(min(ranges)[0], max(ranges)[1]),
        assignments=tuple(_assignment(source, start, end) for start, end in raw.assignments),
        redirects=tuple(_redirect(source, redirect, bodies) for redirect in raw.redirects),
        before=around.before,
        after=around.after,
        piped_from=around.piped_from,
        piped_to=around.piped_to,
        inside=around.inside | text.inside,
        through=text.through,
    )


def _word(source: Joined, start: int, end: int) -> ShellWord:
    text = source.text[start:end]
    if is_plain(text):
        return ShellWord(text, True, source, start, end)  # noqa: FBT003 - the one hot line, and keywords cost
    value, literal = unquoted(source, start, end)
    return ShellWord(value.text, literal, source, start, end)


def _assignment(source: Joined, start: int, end: int) -> Assignment:
    equals = source.text.find("=", start, end)
    equals = end if equals < 0 else equals
    name = source.text[start:equals].rstrip("+").partition("[")[0]
    return Assignment(name, _word(source, min(equals + 1, end), end), source.span(start, end))


def _redirect(source: Joined, raw: RawRedirect, bodies: dict[int, Body]) -> Redirect:
    start, end = raw.operator
    body = next((bodies[at] for at in range(start, end) if at in bodies), None)
    return Redirect(
        operator=source.text[start : end + (body is not None)],
        target=_word(source, *raw.target),
        span=source.span(start, raw.target[1]),
        heredoc=_body(source, body) if body else None,
    )


def _body(source: Joined, body: Body) -> HeredocBody:
    return HeredocBody(body.name, body.expand, cut(source, *body.text))


def _with_wrapped(command: Command) -> Iterator[Command]:
    """The command and those that it runs, each behind the one that runs it."""
    yield command
    if command.name in WRAPPING and len(command.through) < _DEEPEST:
        for each in wrapped(command):
            yield from _with_wrapped(each)


def _scripts(command: Command) -> Iterator[Text]:
    """The scripts that a command hands to a shell."""
    if command.name not in READING or len(command.through) >= _DEEPEST:
        return
    through = (*command.through, command.name)
    options = frozenset(_set_options(command))
    word = inner_script(command)
    if word is not None:
        yield Text(word.source, through, options, command.inside)
    if not reads_input(command):
        return
    for redirect in command.redirects:
        if redirect.heredoc is not None:
            yield Text(redirect.heredoc.source, through, options, command.inside)
        elif redirect.operator.endswith("<<<"):
            yield Text(redirect.target.source, through, options, command.inside)


def _set_options(command: Command) -> Iterator[str]:
    """The options that ``set -eo pipefail`` or ``bash -eo pipefail`` turns on; turned off ones begin with ``+``."""
    words = [word.value for word in command.args]
    for index, text in enumerate(words):
        sign = text[:1]
        if sign not in ("-", "+") or text.startswith("--"):
            continue
        off = "+" if sign == "+" else ""
        for letter in text[1:]:
            name = words[index + 1] if letter in "oO" and index + 1 < len(words) else letter
            yield off + name


def _pipes(text: Text, raw: tuple[RawPipe, ...], commands: list[Command]) -> Iterator[Pipe]:
    """The pipes in order, each with the options as they are by then."""
    state: dict[frozenset[Inside], set[str]] = {frozenset(): set(text.options)}
    settings = [command for command in commands if command.name == "set"]
    settings.reverse()
    for pipe in raw:
        span = text.source.span(*pipe.at)
        while settings and settings[-1].span.start < span.start:
            _apply(settings.pop(), state)
        inside = pipe.inside | text.inside
        on = any("pipefail" in options for scope, options in state.items() if scope <= inside)
        yield Pipe(span, on, inside, text.through)


def _apply(command: Command, state: dict[frozenset[Inside], set[str]]) -> None:
    options = state.setdefault(command.inside & _OWN_OPTIONS, set())
    for option in _set_options(command):
        if option.startswith("+"):
            options.discard(option[1:])
        else:
            options.add(option)
