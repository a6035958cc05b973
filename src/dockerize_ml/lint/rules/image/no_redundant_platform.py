"""The platform is the one that Docker takes anyway.

Why:
    `$TARGETPLATFORM` is what a stage is built for unless it says otherwise.

Before:
    FROM --platform=$TARGETPLATFORM debian:12-slim

After:
    FROM debian:12-slim

Differs:
    `${TARGETPLATFORM:-linux/amd64}` is the same, as BuildKit says and hadolint does not.
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Span, Stage
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._first_line import on_first_line

_TARGET = re.compile(r"\$(?:TARGETPLATFORM|\{TARGETPLATFORM(?::?-[^{}]*)?\})")


@rule("DL3065", Level.WARNING, on="stage", words=("TARGETPLATFORM",), aliases=("RedundantTargetPlatform",))
def no_redundant_platform(stage: Stage, context: Context) -> Iterator[Hit]:
    for flag in stage.start.flags:
        if flag.name != "platform" or not _TARGET.fullmatch(flag.value or ""):
            continue
        behind = Span(flag.span.start, flag.span.end + 1)
        fix = Fix("Remove the flag", safe=True, edits=(Edit(behind, ""),))
        yield Hit(
            on_first_line(stage.start, flag.span, context),
            "This is the platform Docker takes anyway. Remove the flag.",
            fix,
        )
