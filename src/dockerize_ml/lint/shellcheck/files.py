"""ShellCheck's remarks on whole Dockerfiles, every one of them at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.lint.shellcheck.check import check
from dockerize_ml.lint.shellcheck.remark import Remark, hit
from dockerize_ml.lint.shellcheck.script import shell_script

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dockerize_ml.dockerfile.nodes import Joined
    from dockerize_ml.lint.context import Context
    from dockerize_ml.lint.finding import Hit
    from dockerize_ml.lint.shellcheck.script import ShellScript


def check_files(
    contexts: Sequence[Context], *, cache: Path | None = None, jobs: int = 1
) -> list[list[tuple[Remark, Hit]]]:
    """For each file, in order, the remarks on its RUNs and where they stand; all files are judged together."""
    found = [_scripts(context) for context in contexts]
    answers = check([script for scripts in found for script, _ in scripts], cache=cache, jobs=jobs)
    return [
        [(remark, hit(remark, source)) for script, source in scripts for remark in answers.get(script, ())]
        for scripts in found
    ]


def _scripts(context: Context) -> list[tuple[ShellScript, Joined]]:
    made = (shell_script(each.trigger or each, context) for each in context.file.instructions)
    return [script for script in made if script is not None]
