"""The tutorial's own Dockerfile against ours, on one engine in one run, as a table of ratios.

usage: python benchmarks/images/run.py [--rounds N]

For each Dockerfile: cold build, rebuild after a change of the code, rebuild after one more dependency, size added to
the base image, time to the first answer, time to stop. The rounds alternate between the two, and the median of each
figure counts, so that whatever else the machine does falls on both. Needs a Docker Engine.
"""

import argparse
import http.client
import json
import shutil
import statistics
import subprocess
import tempfile
import time
import uuid
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dockerize_ml import pipeline

HERE = Path(__file__).resolve().parent
EXAMPLE = HERE.parents[1] / "examples" / "flask_api"
PORT = 5000
FIGURES = ("cold build", "code change", "dependency change", "added size", "first answer", "stop")

Figures = dict[str, float]


def main() -> None:
    """Measure both and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured (default 3)")
    rounds = parser.parse_args().rounds
    contenders: dict[str, Callable[[Path], None]] = {"tutorial": write_tutorial, "dockerize-ml": write_ours}
    measured: dict[str, list[Figures]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, write in contenders.items():
            measured[name].append(measure(write))
    show({name: median(figures) for name, figures in measured.items()}, rounds)


def write_tutorial(context: Path) -> None:
    """The Dockerfile as the tutorial has it; it brings no .dockerignore."""
    shutil.copy(HERE / "tutorial.Dockerfile", context / "Dockerfile")


def write_ours(context: Path) -> None:
    """What ``dockerize-ml init`` writes."""
    made = pipeline.generate(context)
    (context / "Dockerfile").write_text(made.files.dockerfile)
    (context / ".dockerignore").write_text(made.files.dockerignore)


def measure(write: Callable[[Path], None]) -> Figures:
    """One round: from a cold cache to a stopped container."""
    tag = f"benchmark-{uuid.uuid4().hex[:8]}"
    with tempfile.TemporaryDirectory() as folder:
        context = Path(folder) / "flask_api"
        shutil.copytree(EXAMPLE, context)
        write(context)
        figures = {"cold build": build(context, tag, "--no-cache")}
        figures["added size"] = size(tag) - size(base_of(context))
        append(context / "app_flask.py", f"\n# changed {tag}\n")
        figures["code change"] = build(context, tag)
        append(context / "requirements.txt", f"tabulate  # {tag}\n")
        figures["dependency change"] = build(context, tag)
        figures |= run(tag)
        docker("image", "rm", "--force", tag)
    return figures


def build(context: Path, tag: str, *options: str) -> float:
    """Seconds that a build takes."""
    begin = time.perf_counter()
    docker("build", "--quiet", *options, "--tag", tag, str(context))
    return time.perf_counter() - begin


def run(tag: str) -> Figures:
    """Seconds to the first answer, and to stop."""
    begin = time.perf_counter()
    container = docker("run", "--detach", "--publish", f"127.0.0.1::{PORT}", tag)
    try:
        port = int(docker("port", container, f"{PORT}/tcp").rpartition(":")[2])
        while not answers(port):
            time.sleep(0.02)
        answered = time.perf_counter() - begin
        begin = time.perf_counter()
        docker("stop", container)
        return {"first answer": answered, "stop": time.perf_counter() - begin}
    finally:
        docker("rm", "--force", container)


def answers(port: int) -> bool:
    """Whether a prediction comes back."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    body = json.dumps({"features": [5.1, 3.5, 1.4, 0.2]})
    try:
        connection.request("POST", "/predict", body, {"Content-Type": "application/json"})
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


def show(measured: dict[str, Figures], rounds: int) -> None:
    """Print the table."""
    tutorial, ours = measured["tutorial"], measured["dockerize-ml"]
    table = Table(title=f"examples/flask_api, median of {rounds} rounds")
    for column in ("", "tutorial", "dockerize-ml", "ratio"):
        table.add_column(column, justify="left" if not column else "right")
    for name in FIGURES:
        unit, scale = (" MB", 1e6) if name == "added size" else (" s", 1)
        cells = [f"{figures[name] / scale:.1f}{unit}" for figures in (tutorial, ours)]
        table.add_row(name, *cells, f"{ours[name] / tutorial[name]:.2f}")
    Console().print(table)


if __name__ == "__main__":
    main()
