"""apt brings a second Python into the image of Python.

Why:
    The image's own Python lives in `/usr/local` and does not look at Debian's packages: `import numpy` fails after
    `apt-get install python3-numpy`, and the image is a whole second Python larger. Measured: 179 MB.

Before:
    FROM python:3.12-slim
    RUN apt-get update && apt-get install -y --no-install-recommends python3-numpy && rm -rf /var/lib/apt/lists/*

After:
    FROM python:3.12-slim
    RUN pip install --no-cache-dir numpy==2.1.0
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import ShellWord
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._managers import calls
from dockerize_ml.lint.rules._mentions import mentions
from dockerize_ml.lint.rules.apt._apt_get import APT
from dockerize_ml.lint.rules.python._base_python import is_official_python

_NAME = re.compile(r"python3?(?:-(?P<module>[a-z0-9.+-]+))?|python-is-python3|python3\.\d+(?:-(?:dev|venv|distutils))?")
_ON_PURPOSE = re.compile(r"/usr/bin/python3|system-site-packages|dist-packages")
# Bindings to the system itself are on no index.
_SYSTEM_ONLY = frozenset(
    {"apt", "gi", "gi-cairo", "dbus", "rpi.gpio", "libcamera", "picamera2", "uno", "lldb", "distro"}
)


@rule("ML208", Level.WARNING, on="RUN", words=("python3", "python-"), onbuild=True)
def system_python_in_python_image(instruction: Instruction, context: Context) -> Iterator[Hit]:
    if not is_official_python(instruction, context) or mentions(context, _ON_PURPOSE):
        return
    for call in calls(instruction, context, APT, "install"):
        words = [word for word in call.operands if _is_python(word)]
        if words:
            only_headers = all(word.value.endswith("-dev") for word in words)
            yield Hit(
                words[0].span,
                _message(words[0].value, only_headers=only_headers),
                level=Level.INFO if only_headers else None,
            )


def _is_python(word: ShellWord) -> bool:
    found = _NAME.fullmatch(word.value.partition("=")[0])
    return found is not None and found["module"] not in _SYSTEM_ONLY


def _message(name: str, *, only_headers: bool) -> str:
    if only_headers:
        return f"`{name}` has the headers of Debian's Python; those of the image's own are there. Leave it out."
    return f"`{name}` is for Debian's Python, which comes along; the image's own does not see it. Use pip."
