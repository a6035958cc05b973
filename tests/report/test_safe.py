import pytest

from dockerize_ml.report.safe import safe

SHOWN = {
    "plain text stays": ("pip install flask", "pip install flask"),
    "letters of any script stay": ("größe 日本 עברית", "größe 日本 עברית"),
    "an ANSI colour": ("\x1b[31mred", r"\x1b[31mred"),
    "a window title that a terminal would take over": ("\x1b]0;title\x07", r"\x1b]0;title\x07"),
    "a C1 control sequence": ("\x9b2J", r"\x9b2J"),
    "a line that overwrites itself": ("good\rbad", r"good\rbad"),
    "a bidirectional override": ("a\u202eb", r"a\u202eb"),
    "a bidirectional isolate": ("a\u2066b", r"a\u2066b"),
    "a blank that is none": ("a\u200bb\u00a0c", r"a\u200bb\xa0c"),
    "a byte order mark": ("\ufeffFROM", r"\ufeffFROM"),
    "a line separator": ("a\u2028b", r"a\u2028b"),
    "a byte that is not UTF-8": (b"caf\xe9".decode("utf-8", "surrogateescape"), r"caf\xe9"),
    "a lone surrogate": ("a\ud800b", r"a\ud800b"),
    "a tag character": ("a\U000e0041b", r"a\U000e0041b"),
    "a newline in one line": ("a\nb", r"a\nb"),
    "NUL": ("a\0b", r"a\x00b"),
}


@pytest.mark.parametrize(("text", "shown"), SHOWN.values(), ids=SHOWN)
def test_foreign_text_is_shown_and_never_acts(text: str, shown: str) -> None:
    assert safe(text) == shown


def test_a_block_keeps_its_newlines_and_nothing_else() -> None:
    assert safe("a\nb\tc\x1b", keep="\n") == "a\nb\\tc\\x1b"


def test_safe_text_can_be_written_anywhere() -> None:
    everything = "".join(chr(point) for point in (*range(0x10000), *range(0x10000, 0x110000, 97)))
    shown = safe(everything)
    assert shown.isprintable()
    shown.encode("utf-8")
