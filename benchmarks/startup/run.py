"""How long commands take to start, as multiples of ``python -c pass`` measured in the same run; and one huge folder.

usage: python benchmarks/startup/run.py [--rounds N] [--files N]

Each round runs every command once, so that whatever else the machine does falls on all of them; the medians count.
Both the time on the clock and the processor's seconds are shown: on a busy machine only the second means much. The
first round is thrown away, it compiles modules and fills caches. The last line is `inspect` on a folder of many small
files, made on the fly.
"""

import argparse
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "flask_api"
DOCKERFILE = """\
FROM python:3.12-slim
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt && echo "$HOME"
COPY . .
USER 10001
CMD ["python", "app.py"]
"""
NOTHING = "python -c pass"
OURS = (sys.executable, "-m", "dockerize_ml")
COMMANDS = {
    NOTHING: (sys.executable, "-c", "pass"),
    "--version": (*OURS, "--version"),
    "--help": (*OURS, "--help"),
    "lint, warm cache": (*OURS, "lint", "Dockerfile"),
    "lint, cold cache": (*OURS, "lint", "--no-cache", "Dockerfile"),
    "lint, no ShellCheck": (*OURS, "lint", "--no-shellcheck", "Dockerfile"),
    "inspect": (*OURS, "inspect", str(EXAMPLE)),
}
PER_FOLDER = 100


class Cost(NamedTuple):
    """Seconds on the clock, seconds of the processor (children included), peak memory in MB."""

    wall: float
    cpu: float
    peak: float


def main() -> None:
    """Measure all and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=10, help="how often each is measured (default 10)")
    parser.add_argument("--files", type=int, default=100_000, help="files in the huge folder (default 100000; 0: none)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder) / "cache"
        one = Path(folder) / "one"
        one.mkdir()
        (one / "Dockerfile").write_text(DOCKERFILE)
        rounds = [
            {name: measure(command, one, cache) for name, command in COMMANDS.items()}
            for _ in range(options.rounds + 1)
        ][1:]
        show({name: [costs[name] for costs in rounds] for name in COMMANDS}, options.rounds)
        if options.files:
            huge = Path(folder) / "huge"
            fill(huge, options.files)
            cost = measure((*OURS, "inspect", str(huge)), one, cache)
            text = f"{cost.wall:.1f} s, {cost.cpu:.1f} s of processor, {cost.peak:.0f} MB at most"
            print(f"inspect of {options.files} files: {text}")


def measure(command: tuple[str, ...], folder: Path, cache: Path) -> Cost:
    """Run a command once; it may fail, as lint does where it finds something, but not crash."""
    environment = os.environ | {"XDG_CACHE_HOME": str(cache), "LOCALAPPDATA": str(cache)}
    # Somebody who starts a program twice has its modules compiled.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begin = time.perf_counter()
    running = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(running.pid, 0)
    wall = time.perf_counter() - begin
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} left with {running.returncode}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, peak(usage))


def peak(usage: resource.struct_rusage) -> float:
    """The most memory in MB; Linux counts in kilobytes, macOS in bytes."""
    return usage.ru_maxrss / (1e6 if platform.system() == "Darwin" else 1e3)


def fill(folder: Path, files: int) -> None:
    """A project that lies among many files, as one with a data set does."""
    folder.mkdir()
    (folder / "app.py").write_text("from flask import Flask\n\napp = Flask(__name__)\n")
    (folder / "requirements.txt").write_text("flask\n")
    for number in range(files):
        part = folder / f"data{number // PER_FOLDER:05}"
        if number % PER_FOLDER == 0:
            part.mkdir()
        (part / f"{number}.{('py', 'csv', 'json', 'txt', 'png')[number % 5]}").write_text(f"x = {number}\n")


def show(costs: dict[str, list[Cost]], rounds: int) -> None:
    """Print the table."""
    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
    table = Table(title=f"medians of {rounds} rounds, load {load}")
    for column in ("", "clock", "times", "processor", "times"):
        table.add_column(column, justify="right" if column else "left")
    medians = {name: median(each) for name, each in costs.items()}
    least = medians[NOTHING]
    for name, cost in medians.items():
        clock = (f"{cost.wall * 1000:.0f} ms", f"{cost.wall / least.wall:.1f}")
        table.add_row(name, *clock, f"{cost.cpu * 1000:.0f} ms", f"{cost.cpu / least.cpu:.1f}")
    Console().print(table)


def median(costs: list[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*(statistics.median(figures) for figures in zip(*costs, strict=True)))


if __name__ == "__main__":
    main()
