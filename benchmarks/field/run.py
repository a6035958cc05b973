"""Projects that nobody here wrote, built, started and asked: plainly, after ``init``, after ``validate --run --fix``.

usage: python benchmarks/field/run.py [--stage plain,init,fix] [--logs FOLDER] [--json FILE] [--table FILE] [NAME…]

The list is ``projects.toml``. The sources come from the index that uv is configured for, are read as data, and dated by
the day of their upload. Judged strictly: the right page (of Streamlit's, drawn without an exception) or output, and no
traceback in the log. Needs a Docker Engine, an index, and hours. ``--table`` writes ``results.md`` from all that
``--json`` remembers.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.field.corpus import corpus
from benchmarks.tried import Benchmark

LEGEND = """Made by `python benchmarks/field/run.py --json FILE --table benchmarks/field/results.md`.

None of them was written here: they are applications and examples in source distributions, as of the day that those
were uploaded. `plain` is our Dockerfile, with its Python and its Debian packages, installing what the project's own
files say today; `init` installs what one `dockerize-ml init` locks; `fix` is what `validate --run --fix` makes of that;
`as before`: nothing was left to mend. What a project needs from outside `fix` has to name. It works where the page or
the output is the right one and the log holds no traceback. Seconds are for all of it: resolving, building, starting,
asking."""

if __name__ == "__main__":
    Benchmark(
        projects=corpus(),
        title="Projects in the field: does the container give the right answer?",
        legend=LEGEND,
        about="what it is",
        help=__doc__,
    ).main()
