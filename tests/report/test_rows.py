from dockerize_ml.report.cells import width
from dockerize_ml.report.rows import Row, laid_out, wrapped
from dockerize_ml.report.screen import PLAIN, Screen

ROWS = (Row("port", "5000", "certain", ("app.py:9  app.run(port=5000)",)), Row("name", "日本", "guess", ()))


def test_lists_are_wrapped_at_their_commas() -> None:
    assert list(wrapped("one, two, three", 9)) == ["one, two,", "three"]
    assert list(wrapped("a-very-long-name, b", 5)) == ["a-very-long-name,", "b"]
    assert list(wrapped("", 5)) == [""]


def test_wide_characters_keep_the_columns() -> None:
    lines = list(laid_out(ROWS, PLAIN))
    assert lines == ["port  5000  certain  app.py:9  app.run(port=5000)", "name  日本  guess"]
    assert width(lines[1].partition("guess")[0]) == len("port  5000  ")


def test_a_margin_stands_before_every_line() -> None:
    for screen in (PLAIN, Screen(width=40)):
        assert all(line.startswith("  ") for line in laid_out(ROWS, screen, indent=2))


def test_evidence_is_cut_only_on_a_terminal() -> None:
    row = Row("port", "5000", "certain", ("app.py:9  " + "x" * 200,))
    assert next(laid_out([row], PLAIN)).endswith("x" * 200)
    assert next(laid_out([row], Screen(width=80))).endswith("x…")
