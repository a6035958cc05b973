"""A package needs a library that the slim image does not have.

Why:
    The slim images leave out most of Debian's libraries. pip installs the package all the same, and the first import
    in the running container ends with `cannot open shared object file`.

Before:
    FROM python:3.12-slim
    RUN pip install --no-cache-dir opencv-python==4.10.0.84

After:
    FROM python:3.12-slim
    RUN pip install --no-cache-dir opencv-python-headless==4.10.0.84
"""

from collections.abc import Iterator
from functools import lru_cache

from dockerize_ml.dockerfile.nodes import Stage
from dockerize_ml.dockerfile.shell.nodes import ShellWord
from dockerize_ml.knowledge.table import rows_naming
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._bases import known_base
from dockerize_ml.lint.rules._system_packages import ANY, system_packages
from dockerize_ml.lint.rules.python._packages import calls_in, distribution

_WITH_WINDOWS = ("opencv-contrib-python", "opencv-python")
# They bring many libraries along.
_BRING_MORE = (
    "lib",
    "ffmpeg",
    "gcc",
    "g++",
    "build-essential",
    "clang",
    "gfortran",
    "mesa",
    "x11",
    "gstreamer",
    "opencv",
    ANY,
)
_BRING_OPENCV = (
    "python3-opencv",
    "imagemagick",
    "graphviz",
    "chromium",
    "firefox",
    "xvfb",
    "unixodbc",
    "msodbcsql",
    "espeak",
)


@rule("ML213", Level.ERROR, on="stage", words=("slim",))
def missing_shared_library(stage: Stage, context: Context) -> Iterator[Hit]:
    shipped = stage if stage.index not in context.copied_from else context.last
    base = known_base(shipped, context) if shipped else None
    if shipped is None or base is None or not base.is_slim:
        return
    packages = system_packages(stage, context) | system_packages(shipped, context)
    if any(name.startswith((*_BRING_MORE, *_BRING_OPENCV)) for name in packages) or _brings_libraries(context):
        return
    for call in calls_in(stage, context):
        for word in call.operands:
            needed = _needed(distribution(word))
            if needed:
                missing = " ".join(needed)
                message = f"`{word.value}` does not work here without `{missing}`. Install it with apt-get"
                fix = _headless(word)
                yield Hit(word.span, f"{message}, or take `opencv-python-headless`." if fix else f"{message}.", fix)


def _headless(word: ShellWord) -> Fix | None:
    """OpenCV without windows needs nothing."""
    with_windows = next((name for name in _WITH_WINDOWS if name == distribution(word) and name in word.text), None)
    if with_windows is None:
        return None
    text = word.text.replace(with_windows, f"{with_windows}-headless")
    return Fix("Take OpenCV without windows", safe=False, edits=(Edit(word.span, text),))


def _brings_libraries(context: Context) -> bool:
    """Whether libraries are copied from another image."""
    copies = (each for each in context.file.instructions if each.keyword == "COPY" and each.flag("from"))
    return any("/lib" in word.value and "python" not in word.value for each in copies for word in each.words)


@lru_cache(maxsize=256)
def _needed(name: str) -> tuple[str, ...]:
    """What was measured to be missing on slim when any version of the distribution is imported."""
    for row in rows_naming("debian", "package", name) if name else ():
        conditions = (
            row.optional_text("versions"),
            row.texts("extras"),
            row.texts("unless_extras"),
            row.flag("direct"),
        )
        if name in row.texts("distributions") and row.text("evidence") == "measured" and not any(conditions):
            return row.texts("runtime")
    return ()
