"""conda asks before it changes anything, and nobody is there to answer.

Why:
    A build has no terminal. conda shows its plan, asks `Proceed ([y]/n)?`, reads the end of its input and gives up.

Before:
    FROM condaforge/miniforge3:24.9.0-0
    RUN conda install numpy && conda clean -afy

After:
    FROM condaforge/miniforge3:24.9.0-0
    RUN conda install -y numpy && conda clean -afy
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._bases import known_base
from dockerize_ml.lint.rules._managers import is_answered, with_flag
from dockerize_ml.lint.rules._mentions import mentions
from dockerize_ml.lint.rules.conda._conda import changes

_VERBS = ("install", "create", "update", "upgrade", "remove", "uninstall")
# `always_yes` in a command or a .condarc, CONDA_ALWAYS_YES and MAMBA_ALWAYS_YES.
_ALWAYS = re.compile(r"always_yes|ALWAYS_YES|\.condarc|\.mambarc")


@rule("ML211", Level.ERROR, on="RUN", words=("conda", "mamba"), onbuild=True)
def conda_needs_yes(instruction: Instruction, context: Context) -> Iterator[Hit]:
    if mentions(context, _ALWAYS):
        return
    for call in changes(instruction, context, *_VERBS):
        command = call.command
        # `conda env create` asks nothing.
        if call.topic or command.has_flag("y", "yes", "dry-run", "d", "h", "help"):
            continue
        if is_answered(command, instruction, context) or any(not word.literal for word in command.args):
            continue
        if any(redirect.operator.startswith("<") for redirect in command.redirects):
            continue
        # The .condarc of an image that we do not know may say yes to everything.
        stage = context.stage(instruction)
        level = None if stage and known_base(stage, context) else Level.INFO
        message = f"{command.name} asks for a confirmation that nobody can give. Add `-y`."
        yield Hit(command.span, message, with_flag(instruction, call.verb, "-y", safe=True), level)
