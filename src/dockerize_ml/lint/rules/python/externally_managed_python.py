"""pip refuses to install into the system's Python.

Why:
    Since Debian 12 and Ubuntu 23.04 the system's Python is marked as managed by apt, and pip ends with
    `externally-managed-environment`. A virtual environment is a Python of one's own.

Before:
    FROM debian:12-slim
    RUN apt-get update && apt-get install -y --no-install-recommends python3-pip && rm -rf /var/lib/apt/lists/*
    RUN pip install --no-cache-dir flask==3.0.3

After:
    FROM debian:12-slim
    RUN apt-get update && apt-get install -y --no-install-recommends python3-venv && rm -rf /var/lib/apt/lists/*
    RUN python3 -m venv /opt/venv
    ENV PATH=/opt/venv/bin:$PATH
    RUN pip install --no-cache-dir flask==3.0.3
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.knowledge.images import release_in_tag
from dockerize_ml.knowledge.pythons import minor_key
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._bases import outside
from dockerize_ml.lint.rules._mentions import mentions
from dockerize_ml.lint.rules._system_packages import system_packages
from dockerize_ml.lint.rules.pip._installs import pip_calls

_SYSTEMS = frozenset({"debian", "ubuntu"})
_MANAGED_FROM = "3.11"
_BY = ("python3-pip", "python3-full", "python3-dev", "python3")
# A Python of one's own, or the mark taken away.
_SETTLED = re.compile(
    r"venv|virtualenv|conda|mamba|pyenv|deadsnakes|EXTERNALLY-MANAGED|BREAK_SYSTEM|break-system|altinstall|Python-3|uv "
)
_ELSEWHERE = ("break-system-packages", "target", "t", "prefix", "root", "dry-run")
_SYSTEM_FOLDERS = frozenset({"", "/usr/bin/"})


@rule("ML210", Level.ERROR, on="RUN", words=("python3-pip",), onbuild=True)
def externally_managed_python(instruction: Instruction, context: Context) -> Iterator[Hit]:
    stage = context.stage(instruction)
    image = outside(stage, context) if stage else None
    if stage is None or image is None or image.familiar not in _SYSTEMS or mentions(context, _SETTLED):
        return
    release = release_in_tag(image.name, image.tag or "")
    if release is None or not release.python or minor_key(release.python) < minor_key(_MANAGED_FROM):
        return
    if "python3-pip" not in system_packages(stage, context):
        return
    for command, call in pip_calls(instruction, context):
        if _is_system_s(command) and not call.command.has_flag(*_ELSEWHERE):
            message = (
                f"{release.system.capitalize()} {release.version} lets no pip into its Python. "
                "Make a virtual environment: `python3 -m venv /opt/venv`."
            )
            yield Hit(command.span, message)


def _is_system_s(command: Command) -> bool:
    return command.path.removesuffix(command.name) in _SYSTEM_FOLDERS
