"""The image runs as root because its last USER says so.

Why:
    Whoever breaks out of a program that runs as root is root in the container, and often half-way to the host. Builder
    stages may be root, the last one should not stay so.

Before:
    FROM debian:12-slim
    USER root
    CMD ["/srv/run"]

After:
    FROM debian:12-slim
    USER 10001
    CMD ["/srv/run"]

Differs:
    hadolint's DL3002 asks this of every stage, and only of a USER in that very stage.
"""

from collections.abc import Iterator

from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules.serving._start import is_for_development

_ROOT = frozenset({"root", "0"})


@rule("ML314", Level.WARNING, on="file")
def no_root_in_final_stage(context: Context) -> Iterator[Hit]:
    if context.last is None or is_for_development(context):
        return
    user = context.state_after(context.last).user_set_by
    if user is None:
        return
    word = user.words[0]
    if word.value.strip("\"'").partition(":")[0] in _ROOT:
        yield Hit(
            word.span, f"The image runs as `{word.value}`. Switch to a user without rights behind what needs root."
        )
