"""yum asks before it installs, and nobody is there to answer.

Why:
    A build has no terminal: `yum install` without `-y` gives up at its question.

Before:
    FROM centos:7
    RUN yum install httpd-2.4.6 && yum clean all

After:
    FROM centos:7
    RUN yum install -y httpd-2.4.6 && yum clean all

Differs:
    `--setopt=assumeyes=1` and `yes | yum install` answer too, for which hadolint does not look.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._rpm import YUM, without_yes


@rule("DL3030", Level.WARNING, on="RUN", words=("yum",), onbuild=True)
def answer_yum(instruction: Instruction, context: Context) -> Iterator[Hit]:
    return without_yes(instruction, context, YUM)
