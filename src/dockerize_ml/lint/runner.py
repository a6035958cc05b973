"""Lints texts, in several processes where there are many, and remembers what it found in them."""

from __future__ import annotations

import os
from itertools import repeat
from typing import TYPE_CHECKING

from dockerize_ml.lint.judging import Judgement, judge
from dockerize_ml.lint.selection import select
from dockerize_ml.lint.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dockerize_ml.lint.finding import Finding
    from dockerize_ml.lint.source import Source

_DEFAULT = Settings()

MANY = 64
"""From so many files on it is worth while to start processes, and to remember what was found."""


def lint(sources: Sequence[Source], settings: Settings = _DEFAULT, *, jobs: int | None = None) -> list[Finding]:
    """The findings in ``sources``, file by file in their order, each file's from top to bottom.

    Args:
        sources: the texts.
        settings: which rules, and how they are set.
        jobs: how many processes may run at once; by default one for each processor where there are many files.

    Raises:
        ConfigError: the settings name a rule that does not exist.
    """
    select(settings)
    jobs = jobs or os.cpu_count() or 1
    if len(sources) < MANY:
        judged = judge(sources, settings, jobs)
    elif not settings.cache or any(source.project for source in sources):
        judged = _spread(sources, settings, jobs)
    else:
        judged = _remembered(sources, settings, jobs)
    return [finding for judgement in judged for finding in judgement.findings]


def _remembered(sources: Sequence[Source], settings: Settings, jobs: int) -> list[Judgement]:
    """Judge only what was not judged before."""
    from dockerize_ml.lint.memory import Memory  # noqa: PLC0415 - only where there are many files

    memory = Memory(settings)
    known = memory.recall(sources)
    new = [source for source in sources if source not in known]
    judged = dict(zip(new, _spread(new, settings, jobs), strict=True))
    memory.keep({source: judgement.findings for source, judgement in judged.items() if judgement.lasting})
    return [judged[source] if source in judged else Judgement(known[source], lasting=True) for source in sources]


def _spread(sources: Sequence[Source], settings: Settings, jobs: int) -> list[Judgement]:
    """Judge in several processes, each with its share of the files."""
    if jobs == 1 or len(sources) < MANY:
        return judge(sources, settings, jobs)
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - slow to load, and rarely wanted

    size = -(-len(sources) // jobs)
    parts = [sources[start : start + size] for start in range(0, len(sources), size)]
    with ProcessPoolExecutor(jobs) as pool:
        return [judgement for judged in pool.map(judge, parts, repeat(settings), repeat(1)) for judgement in judged]
