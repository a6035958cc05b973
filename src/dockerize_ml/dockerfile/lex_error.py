"""What the words of an instruction can get wrong."""


class LexError(ValueError):
    """Text that BuildKit refuses, in its own few words."""
