"""The labels of an instruction that have to be of a type."""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction, Word
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.settings import LabelType


def labels_of(instruction: Instruction, context: Context, kind: LabelType | None) -> Iterator[tuple[str, Word]]:
    """The names and values that the settings want to be of ``kind``; without one, of any.

    What a variable decides nobody can judge.
    """
    wanted = dict(context.settings.label_schema)
    for pair in instruction.pairs:
        name = pair.key.value
        if name not in wanted or kind not in (wanted[name], None) or pair.value is None:
            continue
        if "$" not in pair.value.text:
            yield name, pair.value
