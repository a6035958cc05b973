"""conda refuses to install until Anaconda's terms of service are accepted.

Why:
    Since July 2025 the installers of Anaconda and Miniconda bring a plug-in that stops every build which uses
    Anaconda's own channels without an answer (`CondaToSNonInteractiveError`). Miniforge uses conda-forge and asks
    nothing.

Before:
    FROM continuumio/miniconda3
    RUN conda install -y numpy && conda clean -afy

After:
    FROM condaforge/miniforge3
    RUN conda install -y numpy && conda clean -afy
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Stage
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._bases import outside
from dockerize_ml.lint.rules._managers import calls
from dockerize_ml.lint.rules._mentions import mentions
from dockerize_ml.lint.rules.conda._conda import CONDA

_IMAGES = frozenset({"continuumio/miniconda3", "continuumio/anaconda3"})
_INSTALLER = re.compile(r"(?:Miniconda3|Anaconda3)-latest-")
# Accepted, made to ask no more, or other channels chosen.
_SETTLED = re.compile(
    r"tos\s+accept|override-channels|nodefaults|AUTO_ACCEPT_TOS|\.condarc|conda-anaconda-tos|"
    r"remove(?:-key)?\s+(?:channels|default_channels)|(?:set|--add)\s+default_channels|CONDA_CHANNELS"
)


@rule("ML204", Level.ERROR, on="stage", words=("conda",))
def anaconda_terms(stage: Stage, context: Context) -> Iterator[Hit]:
    image = outside(stage, context)
    asks = image.familiar in _IMAGES and image.tag in {None, "latest"} and not image.digest
    if not (asks or mentions(context, _INSTALLER)) or mentions(context, _SETTLED):
        return
    for instruction in stage.instructions:
        if instruction.keyword != "RUN":
            continue
        asks = asks or _INSTALLER.search(instruction.body.text) is not None
        if not asks:
            continue
        for call in calls(instruction, context, CONDA, "install", "create", "update", "upgrade"):
            if call.command.name == "conda" and not _reads_a_file(call.command):
                message = (
                    "conda stops here until Anaconda's terms are accepted. Use Miniforge, "
                    "or run `conda tos accept` if you may."
                )
                yield Hit(call.command.span, message)
                return


def _reads_a_file(command: Command) -> bool:
    """Whether a file that we do not see may name other channels."""
    return command.has_flag("f", "file") or command.has_argument("env")
