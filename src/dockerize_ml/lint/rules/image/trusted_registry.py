"""An image comes from a registry that is not trusted.

Why:
    Some teams allow images only from registries they control. Which those are is set as `trusted-registries`; without
    it this rule has nothing to say.

Settings:
    [lint]
    trusted-registries = ["ghcr.io", "*.example.com"]

Before:
    FROM debian:12-slim

After:
    FROM ghcr.io/library/debian:12-slim

Differs:
    Images in `RUN --mount=from=` are looked at as those in FROM and `COPY --from`, and `localhost` is a registry.
    Variables are replaced by their defaults; where one has none, nobody can say. A `*` may stand at both ends.
"""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from dockerize_ml.dockerfile.image import ImageReference
from dockerize_ml.dockerfile.nodes import Instruction, Span
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule

_HUB = ("docker.io", "hub.docker.com")


@rule("DL3026", Level.ERROR, on=("FROM", "COPY", "RUN"), needs="trusted_registries")
def trusted_registry(instruction: Instruction, context: Context) -> Iterator[Hit]:
    trusted = context.settings.trusted_registries
    for name, span in _images(instruction, context):
        before = instruction.stage + (instruction.keyword != "FROM")
        if name == "scratch" or name.startswith("$") or context.earlier_stage(name, before):
            continue
        registry = ImageReference.parse(name).registry
        names = (registry,) if registry else _HUB
        if not any(fnmatchcase(host, pattern) for host in names for pattern in trusted):
            yield Hit(span, f"`{names[0]}` is not among the trusted registries: {', '.join(trusted)}.")


def _images(instruction: Instruction, context: Context) -> Iterator[tuple[str, Span]]:
    """What the instruction takes from elsewhere."""
    if instruction.keyword == "FROM" and instruction.words:
        yield instruction.words[0].value, instruction.words[0].span
    for flag in instruction.flags:
        if instruction.keyword == "COPY" and flag.name == "from" and flag.value:
            yield flag.value, flag.span
    if instruction.keyword == "RUN":
        for mount in context.mounts(instruction):
            if mount.source_image and mount.type in {"bind", "cache"}:
                yield mount.source_image, mount.flag.span
