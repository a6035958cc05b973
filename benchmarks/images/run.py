"""The tutorial's own Dockerfile and the one that ``docker init`` documents against ours, on one engine in one run.

usage: python benchmarks/images/run.py [--rounds N] [PROJECT…]

For each project and each Dockerfile: cold build, rebuild after a change of the code, rebuild after one more dependency,
size added to the base image, time to the first answer, time to stop; in brackets, over the tutorial's. The
rounds alternate between the Dockerfiles, and the median of each figure counts, so that whatever else the machine does
falls on all of them. A cache mount keeps what it holds in a cold build too. Needs a Docker Engine.
"""

import argparse
import http.client
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dockerize_ml import pipeline

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.images.subjects import SUBJECTS, Subject, documented, tutorial

# Seconds until a program that does not answer is given up.
PATIENCE = 120
FIGURES = ("cold build", "code change", "dependency change", "added size", "first answer", "stop")

Figures = dict[str, float]


def main() -> None:
    """Measure all of them and print a table for each project."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    names = [subject.name for subject in SUBJECTS]
    parser.add_argument("projects", nargs="*", metavar="PROJECT", help=f"of {', '.join(names)} (default all)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured (default 3)")
    arguments = parser.parse_args()
    for subject in SUBJECTS:
        if subject.name in (arguments.projects or names):
            show(subject, measured(subject, arguments.rounds), arguments.rounds)


def measured(subject: Subject, rounds: int) -> dict[str, Figures]:
    """The median of each contender's figures."""
    contenders: dict[str, Callable[[Path], None]] = {
        "tutorial": lambda context: write(context, tutorial(subject)),
        "docker init": lambda context: write(context, documented(subject)),
        "dockerize-ml": write_ours,
        "with cache mount": lambda context: write_ours(context, cache="mount"),
    }
    found: dict[str, list[Figures]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, prepare in contenders.items():
            found[name].append(measure(subject, prepare))
    return {name: median(figures) for name, figures in found.items()}


def write(context: Path, dockerfile: str) -> None:
    """Somebody's Dockerfile; it brings no .dockerignore."""
    (context / "Dockerfile").write_text(dockerfile)


def write_ours(context: Path, **settings: str) -> None:
    """What ``dockerize-ml init --offline`` writes, so that all install the same versions."""
    made = pipeline.generate(context, settings)
    write(context, made.files.dockerfile)
    (context / ".dockerignore").write_text(made.files.dockerignore)


def measure(subject: Subject, prepare: Callable[[Path], None]) -> Figures:
    """One round: from a cold cache to a stopped container."""
    tag = f"benchmark-{uuid.uuid4().hex[:8]}"
    with tempfile.TemporaryDirectory() as folder:
        context = Path(folder) / subject.name
        shutil.copytree(subject.folder, context)
        prepare(context)
        figures = {"cold build": build(context, tag, "--no-cache")}
        figures["added size"] = size(tag) - size(base_of(context))
        append(context / subject.source, f"\n# changed {tag}\n")
        figures["code change"] = build(context, tag)
        append(context / "requirements.txt", f"tabulate  # {tag}\n")
        figures["dependency change"] = build(context, tag)
        figures |= run(subject, tag)
        docker("image", "rm", "--force", tag)
    return figures


def build(context: Path, tag: str, *options: str) -> float:
    """Seconds that a build takes."""
    begin = time.perf_counter()
    docker("build", "--quiet", *options, "--tag", tag, str(context))
    return time.perf_counter() - begin


def run(subject: Subject, tag: str) -> Figures:
    """Seconds to the first answer, and to stop."""
    begin = time.perf_counter()
    container = docker("run", "--detach", "--publish", f"127.0.0.1::{subject.port}", tag)
    try:
        port = int(docker("port", container, f"{subject.port}/tcp").rpartition(":")[2])
        while not answers(subject, port):
            if time.perf_counter() - begin > PATIENCE:
                raise SystemExit(f"{subject.name} does not answer:\n{docker('logs', container)}")
            time.sleep(0.02)
        answered = time.perf_counter() - begin
        begin = time.perf_counter()
        docker("stop", container)
        return {"first answer": answered, "stop": time.perf_counter() - begin}
    finally:
        docker("rm", "--force", container)


def answers(subject: Subject, port: int) -> bool:
    """Whether the request is answered."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request(subject.method, subject.path, subject.body, {"Content-Type": "application/json"})
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def base_of(context: Path) -> str:
    """The image that the last stage starts from."""
    lines = (context / "Dockerfile").read_text().splitlines()
    return [line.split()[1] for line in lines if line.startswith("FROM ")][-1]


def size(image: str) -> float:
    """Bytes of an image."""
    return float(docker("image", "inspect", "--format", "{{.Size}}", image))


def append(path: Path, text: str) -> None:
    """Add a line to a file."""
    path.write_text(path.read_text() + text)


def docker(*arguments: str) -> str:
    """What ``docker`` prints."""
    done = subprocess.run(["docker", *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"docker {' '.join(arguments)}:\n{done.stderr}")
    return done.stdout.strip()


def median(rounds: list[Figures]) -> Figures:
    """The median of each figure."""
    return {name: statistics.median(figures[name] for figures in rounds) for name in FIGURES}


def show(subject: Subject, found: dict[str, Figures], rounds: int) -> None:
    """Print the table."""
    table = Table(title=f"examples/{subject.name}, median of {rounds} rounds")
    for column in ("", *found):
        table.add_column(column, justify="left" if not column else "right")
    for name in FIGURES:
        unit, scale = (" MB", 1e6) if name == "added size" else (" s", 1)
        theirs = found["tutorial"][name]
        cells = [f"{figures[name] / scale:.1f}{unit} ({figures[name] / theirs:.2f})" for figures in found.values()]
        table.add_row(name, *cells)
    Console(width=max(Console().width, 110)).print(table)


if __name__ == "__main__":
    main()
