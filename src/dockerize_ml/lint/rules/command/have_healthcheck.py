"""The image has no HEALTHCHECK.

Why:
    Docker and Swarm then take a program that hangs for a healthy one. Off by default, since Kubernetes does not look.

Before:
    FROM debian:12-slim
    CMD ["/srv/run"]

After:
    FROM debian:12-slim
    HEALTHCHECK CMD ["/srv/check"]
    CMD ["/srv/run"]

Differs:
    Nothing is said of a stage that others copy from, since it never runs. Stages that start from the same image share
    nothing; hadolint lets the HEALTHCHECK of one count for the other.
"""

from collections.abc import Iterator

from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule


@rule("DL3057", Level.INFO, on="file", opt_in=True)
def have_healthcheck(context: Context) -> Iterator[Hit]:
    healthy: set[int] = set()
    for stage in context.stages:
        if any(instruction.keyword == "HEALTHCHECK" for instruction in stage.instructions):
            healthy |= {ancestor.index for ancestor in context.ancestry(stage)}
    for stage in context.stages:
        if stage.index in context.copied_from:
            continue
        if healthy.isdisjoint(ancestor.index for ancestor in context.ancestry(stage)):
            yield Hit(stage.start.extent, "Nothing says how to tell that the program answers. Add `HEALTHCHECK`.")
