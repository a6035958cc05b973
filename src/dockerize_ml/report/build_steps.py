"""The steps of an image's build, read from BuildKit's plain progress."""

import re
from collections.abc import Callable

# `#7 [build 3/9] RUN pip install …`; internal steps (`[internal] load …`) have no number and are not told.
STEP = re.compile(r"#\d+ \[(?P<stage>[^\]]*?) ?(?P<at>\d+)/(?P<of>\d+)\] (?P<what>.+)")


def build_steps(tell: Callable[[str], None], detail: Callable[[str], None]) -> Callable[[str], None]:
    """A function that takes the build's log line by line.

    Args:
        tell: is told each step as it begins: ``build 3/9: RUN pip install …``.
        detail: is given every line.
    """

    def line_by_line(line: str) -> None:
        detail(line)
        step = STEP.match(line)
        if step:
            stage = f"{step['stage']} " if step["stage"] else ""
            tell(f"{stage}{step['at']}/{step['of']}: {' '.join(step['what'].split())}")

    return line_by_line
