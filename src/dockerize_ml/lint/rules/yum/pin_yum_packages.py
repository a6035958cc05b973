"""yum installs packages without a version.

Why:
    Without a version each build installs the newest package there is, so two images from one Dockerfile differ, and
    nobody sees in the file what changed.

Before:
    FROM centos:7
    RUN yum install -y httpd && yum clean all

After:
    FROM centos:7
    RUN yum install -y httpd-2.4.6 && yum clean all

Differs:
    `java-1.8.0-openjdk` is a name and no version, `httpd-2.4*` and `"httpd = 2.4.6"` are versions, and a file
    (`httpd.rpm`) has its own. The value of a flag such as `--enablerepo` is no package, and a group (`@core`) has no
    version.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._rpm import YUM, without_version


@rule("DL3033", Level.WARNING, on="RUN", words=("yum",), onbuild=True)
def pin_yum_packages(instruction: Instruction, context: Context) -> Iterator[Hit]:
    return without_version(instruction, context, YUM)
