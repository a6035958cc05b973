"""Rotted projects built, started and asked: plainly, after one ``init``, after ``validate --run --fix``.

usage: python benchmarks/rot/run.py [--stage plain,init,fix] [--logs FOLDER] [--json FILE] [--table FILE] [NAME…]

Each project of ``tests/rot`` worked once and broke without being touched. The first column installs what its own files
say today; the second what ``init`` locks; the third what is left after at most five rounds of mending, where what a
project needs from outside has to be named. Needs a Docker Engine, and time. ``--table`` writes ``results.md`` from all
that ``--json`` remembers.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.rot.corpus import corpus
from benchmarks.tried import Benchmark

LEGEND = """Made by `python benchmarks/rot/run.py --json FILE --table benchmarks/rot/results.md`.

`plain` is our Dockerfile, with its Python and its Debian packages, installing what the project's own files say today;
`init` installs what one `dockerize-ml init` locks; `fix` is what `validate --run --fix` makes of that; `as before`:
nothing was left to mend. What a project needs from outside `fix` has to name. Seconds are for all of it: resolving,
building, starting, asking."""

if __name__ == "__main__":
    Benchmark(
        projects=corpus(),
        title="Rotted projects: does the container give the right answer?",
        legend=LEGEND,
        about="what rotted",
        help=__doc__,
    ).main()
