"""How far one question about the source is followed, so that no tangle of names takes forever."""

# Chains longer than this are circular imports or generated code.
_DEEPEST = 48
# ``path = path / name`` in a long function has more ways to be read than anyone can wait for.
_MOST_STEPS = 400


class Effort:
    """Counts the steps of a question, those included that others take to answer their part of it."""

    def __init__(self) -> None:
        self._depth = 0
        self._steps = 0

    def enter(self) -> bool:
        """Whether one more step may be taken; each that was has to be left again."""
        if self._depth == 0:
            self._steps = 0
        if self._depth >= _DEEPEST or self._steps >= _MOST_STEPS:
            return False
        self._depth += 1
        self._steps += 1
        return True

    def leave(self) -> None:
        """The step is done."""
        self._depth -= 1
