"""Where BuildKit's checks report: on the first line of the instruction, whatever line the mistake is on."""

from dockerize_ml.dockerfile.nodes import Instruction, Span
from dockerize_ml.lint.context import Context


def on_first_line(instruction: Instruction, span: Span, context: Context) -> Span:
    """The span itself if it begins on the instruction's first line, else the keyword."""
    end_of_line = context.line_of(instruction.extent).end
    return span if span.start < end_of_line else instruction.keyword_span
