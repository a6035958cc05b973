"""The platform of the base image is fixed.

Why:
    The image is then of that platform wherever it is built, and slow or broken on others. The platform belongs on the
    command line: `docker build --platform`.

Before:
    FROM --platform=linux/amd64 debian:12-slim

After:
    FROM debian:12-slim
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Stage
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule

_FREE = ("BUILDPLATFORM", "TARGETPLATFORM")


@rule(
    "DL3029",
    Level.WARNING,
    on="stage",
    aliases=("FromPlatformFlagConstDisallowed",),
    words=("--platform",),
    presets=("recommended", "hadolint"),
)
def no_fixed_platform(stage: Stage, _context: Context) -> Iterator[Hit]:
    platform = stage.platform
    if not platform or any(name in platform for name in _FREE):
        return
    flag = next(flag for flag in stage.start.flags if flag.name == "platform")
    yield Hit(flag.span, f"`{platform}` fixes the platform. Leave it to `docker build --platform`.")
