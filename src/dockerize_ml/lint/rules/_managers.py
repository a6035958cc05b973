"""Package managers' commands taken apart: ``apt-get -y install git`` is the verb ``install`` of ``git``."""

from collections.abc import Iterator
from typing import NamedTuple

from dockerize_ml.dockerfile.nodes import Instruction, Span
from dockerize_ml.dockerfile.shell.nodes import Command, ShellWord
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix


class Manager(NamedTuple):
    """How the command line of a package manager reads.

    Attributes:
        names: its programs.
        valued: the flags that take the next word, dashes included.
        topics: the words that stand before the verb, like ``module`` in ``dnf module install``.
    """

    names: frozenset[str]
    valued: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()


def manager(names: str, *, valued: str = "", topics: str = "") -> Manager:
    """A manager from words between blanks."""
    return Manager(frozenset(names.split()), frozenset(valued.split()), frozenset(topics.split()))


class Call(NamedTuple):
    """A command of a package manager; ``operands`` are the words behind the verb that belong to no flag."""

    command: Command
    verb: ShellWord
    operands: tuple[ShellWord, ...]
    topic: str = ""


def calls(instruction: Instruction, context: Context, program: Manager, *verbs: str) -> Iterator[Call]:
    """What an instruction asks of a package manager by one of these verbs, in order."""
    for command in context.commands(instruction, *program.names):
        call = read_call(command, program)
        if call is not None and call.verb.value in verbs:
            yield call


def read_call(command: Command, program: Manager) -> Call | None:
    """A command taken apart, or None where it has no verb."""
    words = operands(command.args, program.valued)
    # What a variable in front of the verb stands for is flags.
    at = next((index for index, word in enumerate(words) if word.literal), len(words))
    topic = ""
    if at < len(words) and words[at].value in program.topics:
        topic, at = words[at].value, at + 1
    return Call(command, words[at], words[at + 1 :], topic) if at < len(words) else None


def operands(words: tuple[ShellWord, ...], valued: frozenset[str]) -> tuple[ShellWord, ...]:
    """The words that are neither flags nor the values of flags."""
    found: list[ShellWord] = []
    rest = iter(words)
    for word in rest:
        if word.value == "--":
            found += rest
        elif not word.value.startswith("-"):
            found += [word] if word.value else []
        elif _takes_next(word.value, valued):
            next(rest, None)
    return tuple(found)


def _takes_next(flag: str, valued: frozenset[str]) -> bool:
    """Whether a flag's value is the next word: of ``-qt`` it is where ``-t`` has one, of ``-tq`` it is ``q``."""
    if flag in valued or flag.startswith("--"):
        return flag in valued
    first = next((index for index, letter in enumerate(flag) if f"-{letter}" in valued), None)
    return first == len(flag) - 1


def is_answered(command: Command, instruction: Instruction, context: Context) -> bool:
    """Whether its questions are answered through a pipe: ``yes | apt-get install git``."""
    if not command.piped_from or "xargs" in command.through:
        return False
    answers = context.commands(instruction, "yes", "echo", "printf")
    return any(answer.piped_to and answer.span.start < command.span.start for answer in answers)


def with_flag(instruction: Instruction, word: ShellWord, flag: str, *, safe: bool) -> Fix:
    """Add a flag behind a word; in the JSON form, as a string of its own."""
    strings = {(string.span.start + 1, string.span.end - 1) for string in instruction.exec or ()}
    span = word.span
    text = f'", "{flag}' if (span.start, span.end) in strings else f" {flag}"
    return Fix(f"Add `{flag}`", safe=safe, edits=(Edit(Span(span.end, span.end), text),))
