"""Applications that a function of another file returns together with something else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
BUILD = "from dash import Dash\n\n\ndef build(path):\n    app = Dash(__name__)\n    return {}\n"
MAIN = (
    "from board.parts import build\n\n\ndef main(path, port=8080):\n    {} = build(path)\n    app.run(port=port)\n\n\n"
)
RUNS = {
    "the first of two": ("app, app.server", "app, _"),
    "the last of two": ("{'a': 1}, app", "_, app"),
    "alone": ("app", "app"),
}
QUIET = {
    "another part": ("app, app.layout", "_, app"),
    "what is not returned": ("app, 1", "_, _, app"),
}


def inspected(folder: Make, returned: str, taken: str) -> tuple[str | None, int | None]:
    main = MAIN.format(taken) + "if __name__ == '__main__':\n    main('x')\n"
    parts = BUILD.format(returned)
    files = {"board/__init__.py": "", "board/__main__.py": main, "board/parts.py": parts, "requirements.txt": "dash\n"}
    facts = pipeline.inspect(folder(files)).facts
    return facts.framework.value, facts.port.value


@pytest.mark.parametrize(("returned", "taken"), RUNS.values(), ids=RUNS)
def test_the_part_that_is_started_is_the_application(folder: Make, returned: str, taken: str) -> None:
    assert inspected(folder, returned, taken) == ("dash", 8080)


@pytest.mark.parametrize(("returned", "taken"), QUIET.values(), ids=QUIET)
def test_other_parts_are_not(folder: Make, returned: str, taken: str) -> None:
    assert inspected(folder, returned, taken) == ("script", None)
