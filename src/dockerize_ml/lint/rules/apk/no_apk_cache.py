"""apk's package index stays in the layer.

Why:
    apk keeps the index it downloads in `/var/cache/apk`. With `--no-cache` it keeps none, and needs no `apk update`
    before and no `rm` behind.

Before:
    FROM alpine:3.20
    RUN apk add git~=2.45

After:
    FROM alpine:3.20
    RUN apk add --no-cache git~=2.45

Differs:
    A cache mount on a folder above `/var/cache/apk` holds the index too, and so does one on `/etc/apk/cache`, where apk
    looks first.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._managers import calls, with_flag
from dockerize_ml.lint.rules.apk._apk import APK

_FOLDERS = ("/var/cache/apk", "/etc/apk/cache")


@rule("DL3019", Level.INFO, on="RUN", words=("apk",), onbuild=True)
def no_apk_cache(instruction: Instruction, context: Context) -> Iterator[Hit]:
    if any(context.is_mounted(instruction, folder) for folder in _FOLDERS):
        return
    for call in calls(instruction, context, APK, "add"):
        if not call.command.has_flag("no-cache"):
            fix = with_flag(instruction, call.verb, "--no-cache", safe=True)
            yield Hit(call.command.span, "apk's package index stays in this layer. Add `--no-cache`.", fix)
