"""How much `validate --run` leaves behind when it is interrupted at random moments: nothing is what it should be.

usage: python benchmarks/engine/interrupted.py [--rounds N] [--seed N]

Each round starts it on a small project and sends it SIGINT, SIGTERM, SIGHUP or SIGKILL after a random part of the time
that a whole run takes. At the end all containers, images, volumes and networks that came from these rounds are counted,
and all temporary files. The image carries a label of its own, so that others may use the same engine meanwhile; volumes
are known by a file that the image puts into them.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from collections import Counter
from pathlib import Path

LABEL = "dockerize-ml.benchmark"
DOCKERFILE = """\
FROM python:3.12-slim
LABEL {label}={mark}
WORKDIR /srv
RUN mkdir /data && touch /data/{mark}
VOLUME /data
COPY serve.py .
USER 10001
EXPOSE 5000
HEALTHCHECK --interval=1s CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://localhost:5000/')"]
CMD ["python", "serve.py"]
"""
SERVE = """\
import http.server, signal, sys, time

signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
time.sleep(0.5)
http.server.test(http.server.SimpleHTTPRequestHandler, port=5000)
"""
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL)
# The process that cleans up looks again and again for half a minute.
PATIENCE = 90.0


def main() -> None:
    """Interrupt, then count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=200, help="how many runs are interrupted (default 200)")
    parser.add_argument("--seed", type=int, default=7, help="of the moments and signals (default 7)")
    options = parser.parse_args()
    dice = random.Random(options.seed)
    # What a shell starts in the background ignores both, and so would what we start.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    mark = uuid.uuid4().hex
    with tempfile.TemporaryDirectory() as folder:
        project, temporary = Path(folder) / "project", Path(folder) / "tmp"
        project.mkdir()
        temporary.mkdir()
        (project / "Dockerfile").write_text(DOCKERFILE.format(label=LABEL, mark=mark))
        (project / "serve.py").write_text(SERVE)
        networks = names("network", "ls", "--quiet")
        whole = timed(project, temporary)
        print(f"a whole run: {whole:.1f} s", flush=True)
        ends: Counter[str] = Counter()
        for number in range(1, options.rounds + 1):
            sent, code = interrupted(project, temporary, dice.choice(SIGNALS), dice.uniform(0, whole))
            ends[f"{sent.name}: exit code {code}"] += 1
            if number % 20 == 0:
                print(f"{number} runs interrupted", flush=True)
        for end, count in sorted(ends.items()):
            print(f"{count:>4}  {end}")
        found = settled(mark, temporary, networks)
    print(", ".join(f"{count} {kind}" for kind, count in found.items()) + " left")
    sys.exit(1 if any(found.values()) else 0)


def started(project: Path, temporary: Path) -> "subprocess.Popen[bytes]":
    """`validate --run`, as from a shell of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "dockerize_ml", "validate", "--run", "--quiet"],
        cwd=project,
        env={**os.environ, "TMPDIR": str(temporary)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def timed(project: Path, temporary: Path) -> float:
    """Seconds that an undisturbed run takes, once the steps of the build are there."""
    started(project, temporary).wait()
    begin = time.monotonic()
    started(project, temporary).wait()
    return time.monotonic() - begin


def interrupted(project: Path, temporary: Path, sent: signal.Signals, after: float) -> tuple[signal.Signals, int]:
    """Start it and send it the signal; Ctrl-C and a closed terminal reach every process of the group."""
    process = started(project, temporary)
    try:
        process.wait(timeout=after)
    except subprocess.TimeoutExpired:
        if sent in {signal.SIGINT, signal.SIGHUP}:
            os.killpg(process.pid, sent)
        else:
            process.send_signal(sent)
    return sent, process.wait()


def settled(mark: str, temporary: Path, networks: set[str]) -> dict[str, int]:
    """What is left, once nothing goes away any more or patience is at its end."""
    begin = time.monotonic()
    found = left(mark, temporary, networks)
    while any(found.values()) and time.monotonic() - begin < PATIENCE:
        time.sleep(2)
        found = left(mark, temporary, networks)
    return found


def left(mark: str, temporary: Path, networks: set[str]) -> dict[str, int]:
    """How much of each kind is there."""
    volumes = [one for one in names("volume", "ls", "--quiet") if (mountpoint(one) / mark).exists()]
    return {
        "containers": len(names("ps", "--all", "--quiet", "--filter", f"label={LABEL}={mark}")),
        "image tags": len(names("image", "ls", "--quiet", "--filter", f"label={LABEL}={mark}")),
        "volumes": len(volumes),
        "networks": len(names("network", "ls", "--quiet") - networks),
        "temporary files": len(list(temporary.iterdir())),
    }


def mountpoint(volume: str) -> Path:
    """Where a volume's files lie on this machine; needs root to be looked into."""
    done = subprocess.run(
        ["docker", "volume", "inspect", "--format", "{{.Mountpoint}}", volume],
        capture_output=True,
        text=True,
        check=False,
    )
    return Path(done.stdout.strip() or "/nonexistent")


def names(*arguments: str) -> set[str]:
    """What ``docker`` lists."""
    done = subprocess.run(["docker", *arguments], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


if __name__ == "__main__":
    main()
