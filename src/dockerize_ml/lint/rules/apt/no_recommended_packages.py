"""apt-get installs recommended packages that nobody asked for.

Why:
    Debian's packages recommend others, which apt installs too unless it is told not to. They often double the layer.

Before:
    FROM debian:12-slim
    RUN apt-get update && apt-get install -y git=1:2.39.2-1.1 && rm -rf /var/lib/apt/lists/*

After:
    FROM debian:12-slim
    RUN apt-get update && apt-get install -y --no-install-recommends git=1:2.39.2-1.1 && rm -rf /var/lib/apt/lists/*

Differs:
    `-oAPT::Install-Recommends=0` and `--option=…` say it too.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._managers import calls, with_flag
from dockerize_ml.lint.rules.apt._apt_get import APT_GET

_FLAG = "--no-install-recommends"
_SETTING = "APT::Install-Recommends="
_OFF = ("false", "0", "no")


@rule("DL3015", Level.INFO, on="RUN", words=("apt-get",), onbuild=True)
def no_recommended_packages(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for call in calls(instruction, context, APT_GET, "install"):
        if call.command.has_flag("no-install-recommends") or _is_off(call.command):
            continue
        fix = with_flag(instruction, call.verb, _FLAG, safe=False)
        yield Hit(call.command.span, f"Recommended packages are installed too. Add `{_FLAG}`.", fix)


def _is_off(command: Command) -> bool:
    """Whether ``-o APT::Install-Recommends=false`` says the same."""
    values = (word.value.rpartition(_SETTING) for word in command.args)
    return any(name and value.strip("\"'").lower() in _OFF for _, name, value in values)
