import pytest

from dockerize_ml.dockerfile.nodes import Position
from dockerize_ml.report.source import Source

TEXT = "FROM a\r\nRUN b\n\nCMD c"
LINES = {0: "", 1: "FROM a", 2: "RUN b", 3: "", 4: "CMD c", 5: ""}


@pytest.mark.parametrize("number", LINES)
def test_lines(number: int) -> None:
    assert Source(TEXT).line(number) == LINES[number]


@pytest.mark.parametrize(
    ("offset", "position"),
    [(0, Position(1, 1)), (5, Position(1, 6)), (8, Position(2, 1)), (14, Position(3, 1)), (len(TEXT), Position(4, 6))],
)
def test_positions(offset: int, position: Position) -> None:
    assert Source(TEXT).position(offset) == position


def test_an_empty_file_has_one_place() -> None:
    assert Source("").position(0) == Position(1, 1)
