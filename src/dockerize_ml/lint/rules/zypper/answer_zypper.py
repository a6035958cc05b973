"""zypper asks before it changes something, and nobody is there to answer.

Why:
    A build has no terminal: without `--non-interactive` or `-y` zypper gives up at its question.

Before:
    FROM opensuse/leap:15.6
    RUN zypper install httpd=2.4.24 && zypper clean

After:
    FROM opensuse/leap:15.6
    RUN zypper --non-interactive install httpd=2.4.24 && zypper clean

Differs:
    `yes | zypper install` answers too, for which hadolint does not look.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._managers import calls, is_answered, with_flag
from dockerize_ml.lint.rules.zypper._zypper import INSTALL, ZYPPER

_ASKING = (*INSTALL, "remove", "rm", "source-install", "si", "patch")
_FLAG = "--non-interactive"


@rule("DL3034", Level.WARNING, on="RUN", words=("zypper",), onbuild=True)
def answer_zypper(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for call in calls(instruction, context, ZYPPER, *_ASKING):
        command = call.command
        if command.has_flag("n", "y", "non-interactive", "no-confirm") or is_answered(command, instruction, context):
            continue
        fix = with_flag(instruction, command.words[0], _FLAG, safe=True)
        yield Hit(command.span, f"zypper asks for a confirmation that nobody can give. Add `{_FLAG}`.", fix)
