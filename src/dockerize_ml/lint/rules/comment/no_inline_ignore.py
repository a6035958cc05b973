"""A comment switches a rule off for one instruction.

Why:
    Some teams want every exception in one reviewed file, not spread over their Dockerfiles.

Before:
    FROM debian:12-slim
    # hadolint ignore=DL3003
    RUN cd /srv && make

After:
    FROM debian:12-slim
    WORKDIR /srv
    RUN make
"""

from collections.abc import Iterator

from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.suppression import is_void


@rule("DL1001", Level.INFO, on="file", words=("hadolint",), opt_in=True)
def no_inline_ignore(context: Context) -> Iterator[Hit]:
    for pragma in context.pragmas.ignores:
        if pragma.origin == "hadolint" and pragma.is_inline and pragma.codes and not is_void(pragma):
            yield Hit(
                pragma.span, "This comment switches rules off for one instruction. Mend it, or say so in the settings."
            )
