"""The one question: what does ShellCheck say about these scripts?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.lint.shellcheck.binary import find_shellcheck
from dockerize_ml.lint.shellcheck.quiet import is_quiet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dockerize_ml.lint.shellcheck.cache import Cache
    from dockerize_ml.lint.shellcheck.remark import Remark
    from dockerize_ml.lint.shellcheck.script import ShellScript


def check(
    scripts: Sequence[ShellScript], *, cache: Path | None = None, jobs: int = 1
) -> dict[ShellScript, tuple[Remark, ...]]:
    """ShellCheck's remarks on each script, in ShellCheck's order.

    A script that could not be judged (ShellCheck is missing, or took too long) is missing from the answer.

    Args:
        scripts: what to judge; equal ones are judged once.
        cache: the file that keeps answers, or None to neither read nor write any.
        jobs: how many processes may run at once.
    """
    binary = find_shellcheck()
    quiet = (script for script in scripts if is_quiet(script.text, script.single_words))
    answers: dict[ShellScript, tuple[Remark, ...]] = dict.fromkeys(quiet, ())
    wanted = [script for script in dict.fromkeys(scripts) if script not in answers]
    if binary is None or not wanted:
        return answers
    kept = _open(cache, binary)
    answers |= kept.read(wanted) if kept else {}
    missing = [script for script in wanted if script not in answers]
    if not missing:
        return answers
    from dockerize_ml.lint.shellcheck.run import run  # noqa: PLC0415 - a warm cache needs no processes

    new = run(binary, missing, jobs)
    if kept and new:
        kept.write(new)
    return {**answers, **new}


def _open(cache: Path | None, binary: Path) -> Cache | None:
    if cache is None:
        return None
    from dockerize_ml.lint.shellcheck.cache import Cache  # noqa: PLC0415 - SQLite is only loaded where it is used

    return Cache(cache, binary)
