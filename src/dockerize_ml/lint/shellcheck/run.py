"""The calls of ShellCheck: many scripts at once, one process for each core, and none may take forever."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from dockerize_ml.lint.shellcheck.answer import read_answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dockerize_ml.lint.shellcheck.remark import Remark
    from dockerize_ml.lint.shellcheck.script import ShellScript

# What cannot apply to a Dockerfile: a note on ash's dialect, and scripts named by `source`, which are in the image.
EXCLUDED = "SC2187,SC1090,SC1091"
_OPTIONS = ("--norc", "--format=json1", "--severity=style", f"--exclude={EXCLUDED}")
# ShellCheck keeps what it has read, so that many files in one call are slower than a few in several.
_MOST = 100
_SECONDS = 60
_SECONDS_ALONE = 10

Answers = dict["ShellScript", "tuple[Remark, ...]"]


def run(binary: Path, scripts: Sequence[ShellScript], jobs: int) -> Answers:
    """Ask ShellCheck about each script; one that it cannot judge in time is missing from the answer."""
    answers: Answers = {}
    with tempfile.TemporaryDirectory(prefix="dockerize-ml-") as folder, ThreadPoolExecutor(max(jobs, 1)) as pool:
        for found in pool.map(lambda chunk: _ask(binary, Path(folder), chunk), _chunks(scripts, jobs)):
            answers.update(found)
    return answers


def _chunks(scripts: Sequence[ShellScript], jobs: int) -> Iterator[list[ShellScript]]:
    """The scripts dealt out evenly, long and short ones mixed, at least one chunk for each job."""
    by_length = sorted(scripts, key=lambda script: len(script.text))
    count = max(-(-len(scripts) // _MOST), min(jobs, -(-len(scripts) // 8)))
    yield from (by_length[first::count] for first in range(count))


def _ask(binary: Path, folder: Path, scripts: list[ShellScript]) -> Answers:
    answers = _call(binary, folder, scripts, _SECONDS)
    if answers is None and len(scripts) > 1:
        alone = (_call(binary, folder, [script], _SECONDS_ALONE) for script in scripts)
        answers = {script: remarks for found in alone if found for script, remarks in found.items()}
    return answers or {}


def _call(binary: Path, folder: Path, scripts: list[ShellScript], seconds: int) -> Answers | None:
    """One call; None where it takes too long, or ends without an answer."""
    own = Path(tempfile.mkdtemp(dir=folder))
    empty = own / "empty"
    empty.mkdir()
    files = dict(_written(own, scripts))
    try:
        done = subprocess.run(  # noqa: S603 - our own binary, by its absolute path, on files of ours
            [str(binary), *_OPTIONS, *files],
            cwd=empty,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
        found = read_answer(done.stdout.decode(errors="replace"), {name: s.text for name, s in files.items()})
    except (subprocess.TimeoutExpired, OSError, json.JSONDecodeError):
        return None
    return {script: found[name] for name, script in files.items()}


def _written(folder: Path, scripts: Iterable[ShellScript]) -> Iterator[tuple[str, ShellScript]]:
    for number, script in enumerate(scripts):
        path = folder / str(number)
        path.write_bytes(script.content.encode())
        yield str(path), script


def _environment() -> dict[str, str]:
    """Ours without what would change ShellCheck's answers."""
    kept = {name: value for name, value in os.environ.items() if name != "SHELLCHECK_OPTS"}
    return {**kept, "LC_ALL": "C.UTF-8"}
