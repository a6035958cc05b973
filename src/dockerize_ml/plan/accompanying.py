"""What the project's own script starts in the background is started so in the image."""

import shlex
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from dockerize_ml.facts.outside import Companion
from dockerize_ml.plan.after import after
from dockerize_ml.plan.installers.registry import SOURCE
from dockerize_ml.plan.reasons import at


def accompanied(companions: Sequence[Companion], workdir: str, arguments: tuple[str, ...]) -> tuple[str, ...]:
    """The program's words with those of its companions before them.

    Args:
        companions: in the order in which they are started.
        workdir: the folder that the program is started in, relative to the project's root.
        arguments: the program's words.
    """
    first = " ".join(f"{_line(each, workdir)} &" for each in companions)
    return after(first, arguments) if first else arguments


def why_accompanied(companions: Sequence[Companion]) -> Iterator[str]:
    """Why each is there."""
    for each in companions:
        yield f"{at(each.evidence)} starts {each.file} in the background, for what it asks there; so does the image."


def _line(companion: Companion, workdir: str) -> str:
    line = shlex.join(companion.words)
    folder = shlex.quote(str(PurePosixPath(SOURCE) / companion.workdir))
    return line if companion.workdir == workdir else f"(cd {folder} && exec {line})"
