"""Taking a word out of a command line, in the shell form and in the JSON form."""

from dockerize_ml.dockerfile.nodes import Instruction, Span
from dockerize_ml.dockerfile.shell.nodes import Command, ShellWord
from dockerize_ml.lint.finding import Edit


def without(instruction: Instruction, command: Command, word: ShellWord) -> Edit:
    """Leave the word out, with what stands between it and the word before."""
    before = command.words[command.words.index(word) - 1]
    # In the JSON form both words stand between quotes.
    quote = int(instruction.exec is not None and not command.through)
    return Edit(Span(before.span.end + quote, word.span.end + quote), "")
