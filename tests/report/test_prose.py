from dockerize_ml.report.prose import fold, folded, hanging, paragraphs
from dockerize_ml.report.screen import PLAIN, Screen


def test_a_pipe_gets_one_line_and_a_terminal_as_many_as_it_needs() -> None:
    assert list(folded("one two three", PLAIN, indent=2)) == ["  one two three"]
    assert list(folded("one two three", Screen(width=9), indent=2)) == ["  one two", "  three"]


def test_a_long_word_stays_whole() -> None:
    assert list(folded("see https://example.org/a/b now", Screen(width=10))) == [
        "see",
        "https://example.org/a/b",
        "now",
    ]


def test_no_terminal_makes_lines_too_long_to_read() -> None:
    assert max(len(line) for line in folded("word " * 100, Screen(width=400))) <= 88


def test_paragraphs_keep_lists() -> None:
    text = "first\nparagraph\n\n* a list\n* stays\n"
    assert list(paragraphs(text, PLAIN)) == ["first paragraph", "", "* a list", "* stays"]


def test_paint_takes_no_room() -> None:
    assert list(fold("\x1b[36mone\x1b[0m two three", 7)) == ["\x1b[36mone\x1b[0m two", "three"]


def test_wide_characters_take_two_cells() -> None:
    assert list(fold("日本 日本", 8)) == ["日本", "日本"]
    assert list(fold("日本 日本", 9)) == ["日本 日本"]


def test_blanks_inside_are_kept() -> None:
    assert list(fold("a   b", 20)) == ["a   b"]
    assert list(fold("  a", 20)) == ["  a"]


def test_a_hanging_indent() -> None:
    assert list(hanging("one two three four", Screen(width=9), 4)) == ["one two", "    three", "    four"]
    assert list(hanging("one two three four", PLAIN, 4)) == ["one two three four"]
