"""yum's cache stays in the layer.

Why:
    yum keeps lists of all packages in `/var/cache/yum`, often more than what it installs. A later RUN cannot take them
    out of the layer again, so they have to go in the same one.

Before:
    FROM centos:7
    RUN yum install -y httpd-2.4.6

After:
    FROM centos:7
    RUN yum install -y httpd-2.4.6 && yum clean all

Differs:
    hadolint is content with any `rm -rf`, whatever it removes; here it has to be the cache. A cache mount on it, or on
    a folder above, keeps it out of the layer. What was cleaned before the installation as well does no harm.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._rpm import YUM, with_cache


@rule("DL3032", Level.WARNING, on="RUN", words=("yum",), onbuild=True)
def clean_yum_cache(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for command in with_cache(instruction, context, YUM, "install"):
        yield Hit(command.span, "yum's cache stays in this layer. End the RUN with `&& yum clean all`.")
