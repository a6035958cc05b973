"""Where a new line goes: above an instruction and the comments that belong to it."""

from dockerize_ml.dockerfile.nodes import Instruction, Span
from dockerize_ml.lint.context import Context


def above(instruction: Instruction, context: Context) -> Span:
    """The point at the start of the line; a comment that answers a finding stays with its instruction."""
    first = instruction.above[0].span if instruction.above else instruction.extent
    start = context.line_of(first).start
    return Span(start, start)
