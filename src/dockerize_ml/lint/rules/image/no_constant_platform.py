"""The platform of the base image is written as a constant.

Why:
    The image is then of that platform wherever it is built. A stage that is meant to be should say so in its name.

Before:
    FROM --platform=linux/amd64 debian:12-slim AS build

After:
    FROM --platform=linux/amd64 debian:12-slim AS build_amd64

Differs:
    BuildKit's view of DL3029 (`no-fixed-platform`), which heeds neither the stage's name nor other variables than
    `BUILDPLATFORM` and `TARGETPLATFORM`. Only with the preset `buildkit`.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Stage
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._first_line import on_first_line
from dockerize_ml.lint.rules.image._platforms import read_platform


@rule(
    "BK018",
    Level.WARNING,
    on="stage",
    words=("--platform",),
    aliases=("FromPlatformFlagConstDisallowed",),
    presets=("buildkit",),
)
def no_constant_platform(stage: Stage, context: Context) -> Iterator[Hit]:
    platform = read_platform(stage.platform or "")
    if platform is None:
        return
    name = (stage.name or "").lower()
    if any(part in name for part in platform if part):
        return
    flag = next(flag for flag in stage.start.flags if flag.name == "platform")
    span = on_first_line(stage.start, flag.span, context)
    yield Hit(span, f"`{stage.platform}` fixes the platform. Leave it to `docker build --platform`.")
