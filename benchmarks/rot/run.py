"""Rotted projects built, started and asked: plainly, after one ``init``, after ``validate --run --fix``.

usage: python benchmarks/rot/run.py [--stage plain,init,fix] [--logs FOLDER] [--json FILE] [--table FILE] [NAME…]

Each project of ``tests/rot`` worked once and broke without being touched. The first column installs what its own files
say today; the second what ``init`` locks; the third what is left after at most five rounds of mending, where what a
project needs from outside has to be named. Needs a Docker Engine, and time. ``--table`` writes ``results.md`` from all
that ``--json`` remembers.
"""

import argparse
import http.client
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.rot.corpus import Rotted, copied, corpus

from dockerize_ml import pipeline
from dockerize_ml.commands.target import target_of
from dockerize_ml.engine.build import build
from dockerize_ml.engine.client import Client
from dockerize_ml.engine.container import Container, running
from dockerize_ml.engine.probe import wait_for_answer
from dockerize_ml.engine.session import Session, session
from dockerize_ml.errors import DockerizeError

STAGES = ("plain", "init", "fix")
TITLE = "Rotted projects: does the container give the right answer?"
LEGEND = """Made by `python benchmarks/rot/run.py --json FILE --table benchmarks/rot/results.md`.

`plain` is our Dockerfile, with its Python and its Debian packages, installing what the project's own files say today;
`init` installs what one `dockerize-ml init` locks; `fix` is what `validate --run --fix` makes of that; `as before`:
nothing was left to mend. What a project needs from outside `fix` has to name. Seconds are for all of it: resolving,
building, starting, asking."""
WAIT = 60.0
JOB_WAIT = 30.0


@dataclass(frozen=True)
class Outcome:
    """How a project did in a stage; ``why`` is empty where it works."""

    project: str
    stage: str
    why: str
    seconds: float

    @property
    def works(self) -> bool:
        """Whether it gave the answer that it should."""
        return not self.why


class BrokenError(Exception):
    """It does not work, and why."""


def main() -> None:
    """Run what is asked for and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="projects; all unless given")
    parser.add_argument("--stage", default=",".join(STAGES), help="which columns")
    parser.add_argument("--logs", type=Path, help="keep each build's and container's log in this folder")
    parser.add_argument("--json", type=Path, help="write the outcomes there, added to those that are there")
    parser.add_argument("--table", type=Path, help="write them there as a table, those of --json included")
    arguments = parser.parse_args()
    outcomes = []
    with session(Client.connect()) as started:
        for project in corpus(arguments.names):
            for outcome in tried(started, project, arguments.stage.split(","), arguments.logs):
                outcomes.append(outcome)
                print(
                    f"{outcome.project} {outcome.stage} {outcome.seconds:.0f} s: {outcome.why or 'works'}", flush=True
                )
                if arguments.json:
                    remember(arguments.json, outcomes)
    remembered = [Outcome(**row) for row in json.loads(arguments.json.read_text())] if arguments.json else outcomes
    if arguments.table:
        arguments.table.write_text(markdown(remembered))
    show(outcomes)


def tried(started: Session, project: Rotted, stages: list[str], logs: Path | None) -> Iterator[Outcome]:
    """One project in each stage, each from a copy of its own; where ``init`` is enough, nothing is left to mend."""
    worked: dict[str, bool] = {}
    for stage in STAGES:
        if stage not in stages:
            continue
        if stage == "fix" and worked.get("init"):
            yield Outcome(project.name, stage, "", 0.0)
            continue
        begin = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            root = copied(project, Path(folder))
            log: list[str] = []
            try:
                WRITERS[stage](root, log)
                if project.outside and stage == "fix":
                    named(project, log)
                else:
                    prove(started, project, root, log)
                why = ""
            except (BrokenError, DockerizeError) as error:
                told = str(error).strip().splitlines() or [type(error).__name__]
                why = told[-1][:160]
                log.append(str(error))
            finally:
                started.client.call("image", "rm", "--force", tag_of(root))
            if logs is not None:
                logs.mkdir(parents=True, exist_ok=True)
                (logs / f"{project.name}.{stage}.log").write_text("\n".join(log))
        worked[stage] = not why
        yield Outcome(project.name, stage, why, time.monotonic() - begin)


def plainly(root: Path, log: list[str]) -> None:
    """What its own files say, as they resolve today."""
    ours(root, log, "init", "--yes", "--offline")


def once(root: Path, log: list[str]) -> None:
    """One ``init``, which locks."""
    ours(root, log, "init", "--yes")


def mended(root: Path, log: list[str]) -> None:
    """After the loop."""
    once(root, log)
    ours(root, log, "validate", "--run", "--fix", "--tag", tag_of(root), failing=True)


WRITERS: dict[str, Callable[[Path, list[str]], None]] = {"plain": plainly, "init": once, "fix": mended}


def ours(root: Path, log: list[str], *arguments: str, failing: bool = False) -> None:
    """Run the program as its user does."""
    done = subprocess.run(
        [sys.executable, "-m", "dockerize_ml", *arguments], cwd=root, capture_output=True, text=True, check=False
    )
    log.extend((f"$ dockerize-ml {' '.join(arguments)}", done.stdout, done.stderr))
    for name in ("Dockerfile", "dockerize-ml.toml", "requirements.lock"):
        log.extend([f"--- {name}", (root / name).read_text()] if (root / name).is_file() else [])
    if done.returncode and not failing:
        raise BrokenError(done.stderr.strip() or f"exit code {done.returncode}")


def tag_of(root: Path) -> str:
    """The image's name; every stage has the same, so that the engine keeps one."""
    return f"dockerize-ml-rot-{root.name.replace('_', '-')}"


def prove(started: Session, project: Rotted, root: Path, log: list[str]) -> None:
    """Build it, start it, and hold its answer against what it should say."""
    build(started.client, root, tag_of(root), watch=lambda _, printed: log.extend(printed))
    port = None if project.is_job else target_of(pipeline.subject_of(root)).port
    if port is None and not project.is_job:
        raise BrokenError("the image listens nowhere")
    with running(started, tag_of(root), port=port) as container:
        try:
            work(container, project)
        finally:
            log.extend(("--- container", container.logs(400)))


def named(project: Rotted, log: list[str]) -> None:
    """What no image can hold, as the program told of it."""
    told = "\n".join(log)
    unsaid = [need for need in project.needs if need not in told]
    if unsaid:
        raise BrokenError(f"it does not say: {unsaid[0]}")


def work(container: Container, project: Rotted) -> None:
    """Whatever it is for."""
    if project.is_job:
        finished(container, project)
    else:
        asked(container, project)


def finished(container: Container, project: Rotted) -> None:
    """Wait for the job's end."""
    begin = time.monotonic()
    while container.state().running and time.monotonic() - begin < JOB_WAIT:
        time.sleep(0.2)
    told, state = container.logs(400), container.state()
    if state.running or state.exit_code or project.says not in told:
        raise BrokenError(told or f"exit code {state.exit_code}")


def asked(container: Container, project: Rotted) -> None:
    """Ask for the route, and post where there is something to post."""
    port = container.port or 0
    wait_for_answer(container, port, project.route, WAIT)
    try:
        expect(port, project.route, None, project.says)
        if project.post is not None:
            expect(port, *project.post)
    except BrokenError as error:
        last = (container.logs(400).splitlines() or [""])[-1]
        raise BrokenError(f"{error}: {last[:120]}") from error


def expect(port: int, route: str, body: str | None, says: str) -> None:
    """One request, with a body to post or without, and what its answer contains."""
    method = "GET" if body is None else "POST"
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=WAIT)
    try:
        connection.request(method, route, body, {"Content-Type": "application/json"} if body else {})
        answer = connection.getresponse()
        text = answer.read().decode("utf-8", "replace")
    except (OSError, http.client.HTTPException) as error:
        raise BrokenError(str(error)) from error
    finally:
        connection.close()
    if answer.status >= 400 or says not in text:
        raise BrokenError(f"{method} {route}: status {answer.status}")


def remember(file: Path, outcomes: list[Outcome]) -> None:
    """Add to the file what is new."""
    old = json.loads(file.read_text()) if file.exists() else []
    new = {(each.project, each.stage): asdict(each) for each in outcomes}
    kept = [row for row in old if (row["project"], row["stage"]) not in new]
    file.write_text(json.dumps([*kept, *new.values()], indent=1))


def show(outcomes: list[Outcome]) -> None:
    """The table on a terminal."""
    table = Table(title=TITLE)
    header, *rows = cells(outcomes)
    for title in header:
        table.add_column(title)
    for row in rows:
        table.add_row(*row)
    console = Console(width=200)
    console.print(table)
    for line in sums(outcomes):
        console.print(line)


def markdown(outcomes: list[Outcome]) -> str:
    """The table as a page."""
    header, *rows = cells(outcomes)
    lines = [header, ["---"] * len(header), *rows]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    counted = "\n".join(f"* {line}" for line in sums(outcomes))
    return f"# {TITLE}\n\n{LEGEND}\n\n{counted}\n\n{table}\n"


def cells(outcomes: list[Outcome]) -> Iterator[list[str]]:
    """The header and a row for each project, in the order of their names."""
    stages = [stage for stage in STAGES if any(outcome.stage == stage for outcome in outcomes)]
    by_place = {(outcome.project, outcome.stage): outcome for outcome in outcomes}
    yield ["project", *stages, "what rotted"]
    for project in corpus():
        found = [by_place.get((project.name, stage)) for stage in stages]
        if any(found):
            yield [project.name, *(map(cell, found)), project.rotten]


def cell(outcome: Outcome | None) -> str:
    """One word and how long it took."""
    if outcome is None:
        return ""
    if not outcome.seconds:
        return "as before"
    return f"{'yes' if outcome.works else 'no'}, {outcome.seconds:.0f} s"


def sums(outcomes: list[Outcome]) -> Iterator[str]:
    """How many work in each stage."""
    outside = {each.name for each in corpus() if each.outside}
    for stage in STAGES:
        own = [each for each in outcomes if each.stage == stage and each.project not in outside]
        if own:
            yield f"{stage}: {sum(each.works for each in own)} of {len(own)} that need nothing from outside"


if __name__ == "__main__":
    main()
