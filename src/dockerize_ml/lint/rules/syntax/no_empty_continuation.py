r"""A line inside an instruction is blank.

Why:
    Docker reads on behind it, which nobody sees who looks at the file, and says that it will refuse this one day. Like
    Docker, the rule points at the last line of the instruction.

Before:
    FROM debian:12-slim
    ENV A=1 \

        B=2

After:
    FROM debian:12-slim
    ENV A=1 \
        B=2
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Dockerfile, Instruction, Span
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule


@rule("BK003", Level.WARNING, on="file", aliases=("NoEmptyContinuation",))
def no_empty_continuation(context: Context) -> Iterator[Hit]:
    for instruction in context.file.instructions:
        lines = instruction.empty_continuations
        if not lines:
            continue
        blank = f"Line {lines[0]} is" if len(lines) == 1 else f"Lines {_listed(lines)} are"
        message = f"{blank} blank inside this `{instruction.keyword}`. Remove what is blank, or write `#` there."
        fix = Fix("Remove the blank lines", safe=True, edits=tuple(_edits(lines, context.file)))
        yield Hit(_last_line(instruction, context), message, fix)


def _listed(lines: tuple[int, ...]) -> str:
    return f"{', '.join(map(str, lines[:-1]))} and {lines[-1]}"


def _last_line(instruction: Instruction, context: Context) -> Span:
    """What stands on the instruction's last line, above its heredocs."""
    body = instruction.body
    end = body.offset(len(body.text))
    blank = _start_of(instruction.empty_continuations[-1], context.file)
    if blank >= end:
        return Span(blank, blank)
    line = context.line_of(Span(end, end))
    start = max(line.start, instruction.extent.start)
    text = context.file.text[start:end]
    return Span(start + len(text) - len(text.lstrip()), end)


def _start_of(line: int, file: Dockerfile) -> int:
    if line - 2 >= len(file.newlines):  # behind the last line, which has no newline
        return len(file.text)
    return file.newlines[line - 2] + 1 if line > 1 else 0


def _edits(lines: tuple[int, ...], file: Dockerfile) -> Iterator[Edit]:
    for line in lines:
        yield Edit(Span(_start_of(line, file), _start_of(line + 1, file)), "")
