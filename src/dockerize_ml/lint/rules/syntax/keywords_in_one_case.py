"""A keyword is written in another case than most in the file.

Why:
    Whoever skims the file, or searches it for `COPY`, misses what is written otherwise.

Before:
    FROM debian:12-slim
    WORKDIR /srv
    copy app.py /srv/

After:
    FROM debian:12-slim
    WORKDIR /srv
    COPY app.py /srv/
"""

from collections import Counter
from collections.abc import Iterator

from dockerize_ml.dockerfile.instructions import KEYWORDS
from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule


@rule("BK004", Level.WARNING, on="file", aliases=("ConsistentInstructionCasing",))
def keywords_in_one_case(context: Context) -> Iterator[Hit]:
    in_stages = [each for stage in context.stages for each in (stage.start, *stage.instructions)]
    known = [instruction for instruction in in_stages if instruction.keyword in KEYWORDS]
    counts = Counter(_is_lower(each) for each in known if each.written in (each.keyword, each.keyword.lower()))
    most_are_lower = counts[True] > counts[False]
    for instruction in known:
        wanted = instruction.keyword.lower() if most_are_lower else instruction.keyword
        if instruction.written != wanted:
            fix = Fix(f"Write `{wanted}`", safe=True, edits=(Edit(instruction.keyword_span, wanted),))
            case = "lower" if most_are_lower else "upper"
            message = f"Most keywords of this file are in {case} case. Write `{wanted}`."
            yield Hit(instruction.keyword_span, message, fix)


def _is_lower(instruction: Instruction) -> bool:
    return instruction.written == instruction.keyword.lower()
