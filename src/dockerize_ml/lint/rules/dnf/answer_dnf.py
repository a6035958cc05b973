"""dnf asks before it installs, and nobody is there to answer.

Why:
    A build has no terminal: `dnf install` without `-y` gives up at its question.

Before:
    FROM fedora:40
    RUN dnf install httpd-2.4.62 && dnf clean all

After:
    FROM fedora:40
    RUN dnf install -y httpd-2.4.62 && dnf clean all

Differs:
    `--setopt=assumeyes=1` and `yes | dnf install` answer too, for which hadolint does not look.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._rpm import DNF, without_yes


@rule("DL3038", Level.WARNING, on="RUN", words=("dnf",), onbuild=True)
def answer_dnf(instruction: Instruction, context: Context) -> Iterator[Hit]:
    return without_yes(instruction, context, DNF)
