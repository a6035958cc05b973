"""How the command lines of conda and its kin read."""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.rules._managers import Call, calls, manager

CONDA = manager(
    "conda mamba micromamba",
    valued="""
        -n --name -p --prefix -c --channel -f --file --solver --repodata-fn --experimental --platform --subdir --clone
        --revision -r --root-prefix --rc-file --category --channel-priority
    """,
    topics="env",
)


def changes(instruction: Instruction, context: Context, *verbs: str) -> Iterator[Call]:
    """The commands of conda, mamba and micromamba by one of these verbs, ``env`` ones too."""
    yield from calls(instruction, context, CONDA, *verbs)
