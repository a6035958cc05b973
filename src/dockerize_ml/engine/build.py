"""Building an image with BuildKit."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dockerize_ml.engine.client import Client
from dockerize_ml.engine.diagnosis import diagnosis
from dockerize_ml.errors import BuildError

_FAILED_LINE = re.compile(r"^Dockerfile:(\d+)$")
_TAIL = 15


@dataclass(frozen=True, slots=True)
class Built:
    """An image: its tag, its size in bytes, and how many seconds the build took."""

    tag: str
    size: int
    seconds: float


def build(
    client: Client, context: Path, tag: str, *, on_line: Callable[[str], None], options: tuple[str, ...] = ()
) -> Built:
    """Build the folder's Dockerfile.

    Args:
        client: the engine to build on.
        context: the folder that is sent as build context, with a ``Dockerfile`` in it.
        tag: the name of the image.
        on_line: is given each line of BuildKit's plain progress.
        options: more options of ``docker build``.

    Raises:
        BuildError: a step failed; its line in the Dockerfile and the end of its log are told.
    """
    begin = time.monotonic()
    lines: list[str] = []
    for line in client.stream("build", "--progress=plain", "--tag", tag, *options, str(context)):
        lines.append(line)
        on_line(line)
    if lines[-1] != "0":
        raise _failure(lines[:-1], str(context / "Dockerfile"))
    size = client.ask("image", "inspect", "--format", "{{.Size}}", tag)
    return Built(tag, int(size), time.monotonic() - begin)


def _failure(lines: list[str], dockerfile: str) -> BuildError:
    at = next((int(found[1]) for line in lines if (found := _FAILED_LINE.match(line))), None)
    said = [line for line in lines if line.strip()]
    return BuildError(
        path=dockerfile,
        line=at,
        reason="The build failed. The end of its log:\n" + "\n".join(said[-_TAIL:]),
        hint=diagnosis("build", "\n".join(said)) or "Mend the step above, then run this again.",
    )
