"""Text that others wrote, made fit for a terminal."""

BYTES = range(0xDC80, 0xDD00)  # how Python's surrogateescape keeps a byte that is not UTF-8


def safe(text: str, *, keep: str = "") -> str:
    r"""Foreign text with all that does not print shown as an escape: ``\x1b``, ``\u202e``, ``\n``.

    A control character could move the cursor or recolour the screen, a bidirectional mark could turn
    what stands behind it around, and a lone surrogate could not be written at all.

    Args:
        text: whatever a file, an image or a program said.
        keep: characters to leave as they are, ``"\n"`` for a block of lines.
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char in keep else _escape(char) for char in text)


def _escape(char: str) -> str:
    point = ord(char)
    if point in BYTES:
        return f"\\x{point - 0xDC00:02x}"
    # Python's own notation covers all but surrogates, which it writes the same way.
    return repr(char)[1:-1]
