"""What `dockerize-ml build` takes longer than `docker build`, as a ratio of the two in one run.

usage: python benchmarks/engine/overhead.py [--rounds N]

The rounds alternate between the two, so that whatever else the machine does falls on both; the medians count. Every
build is done anew but for its base image: `--no-cache` on the bundled example, with what `init` writes for it.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "flask_api"
OURS = (sys.executable, "-m", "dockerize_ml")
TAG = "benchmark-overhead"
CONTENDERS = {
    "docker build": ("docker", "build", "--no-cache", "--tag", TAG, "."),
    "dockerize-ml build": (*OURS, "build", "--no-cache", "--tag", TAG),
}


def main() -> None:
    """Measure both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured (default 5)")
    rounds = parser.parse_args().rounds
    taken: dict[str, list[float]] = {name: [] for name in CONTENDERS}
    with tempfile.TemporaryDirectory() as folder:
        project = Path(shutil.copytree(EXAMPLE, Path(folder) / "flask_api"))
        quiet(project, *OURS, "init", "--yes", "--quiet")
        for number in range(rounds):
            # Who goes first alternates too.
            for name in list(CONTENDERS)[:: 1 if number % 2 else -1]:
                taken[name].append(quiet(project, *CONTENDERS[name]))
    medians = {name: statistics.median(seconds) for name, seconds in taken.items()}
    for name, median in medians.items():
        print(f"{name:<20} {median:6.2f} s  ({', '.join(f'{one:.2f}' for one in taken[name])})")
    docker, ours = medians.values()
    print(f"ratio {ours / docker:.3f}")
    subprocess.run(["docker", "image", "rm", "--force", TAG], capture_output=True, check=False)


def quiet(project: Path, *command: str) -> float:
    """Seconds that a command takes."""
    begin = time.perf_counter()
    subprocess.run(command, cwd=project, capture_output=True, check=True)
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
