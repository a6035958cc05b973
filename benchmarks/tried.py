"""Projects built, started and asked: plainly, after one ``init``, after ``validate --run --fix``."""

import argparse
import http.client
import json
import subprocess
import sys
import tempfile
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from rich.console import Console
from rich.table import Table

from dockerize_ml import pipeline
from dockerize_ml.commands.target import target_of
from dockerize_ml.engine.build import build
from dockerize_ml.engine.client import Client
from dockerize_ml.engine.container import Container, running
from dockerize_ml.engine.probe import wait_for_answer
from dockerize_ml.engine.session import Session, session
from dockerize_ml.errors import DockerizeError

STAGES = ("plain", "init", "fix")
WAIT = 60.0
JOB_WAIT = 180.0
PATIENCE = 1200.0  # seconds for one of our own commands
REDIRECTS = 4


@dataclass(frozen=True, kw_only=True)
class Project(ABC):
    """A project, and what it has to do.

    Attributes:
        name: its folder's.
        says: what its answer, or its log where it is a job, contains when it works.
        route: what to ask for.
        is_job: whether it does its work and ends.
        is_worker: whether it does its work and listens nowhere, without an end.
        ends: the exit code of a job.
        post: a route and the JSON to post to it, and what the answer contains; or None.
        outside: what it needs that no image can hold; empty for those that have to work.
        needs: what has to be said of that.
    """

    name: str
    says: str
    route: str = "/"
    is_job: bool = False
    is_worker: bool = False
    ends: int = 0
    post: tuple[str, str, str] | None = None
    outside: str = ""
    needs: tuple[str, ...] = ()

    @property
    @abstractmethod
    def about(self) -> str:
        """What it is, in a line of the table."""

    @property
    def sample(self) -> str:
        """What it is counted with, besides all."""
        return ""

    @abstractmethod
    def laid(self, folder: Path) -> Path:
        """A copy in a folder, as its author left it."""

    def shown(self, port: int) -> str:
        """The page that is asked for, as a browser would come to see it.

        Raises:
            BrokenError: there is none.
        """
        return asked(port, self.route, None)

    def complaint(self, log: str) -> str:  # noqa: ARG002 - for those that judge by it
        """What a program's log tells that an answer does not; empty where that is nothing."""
        return ""


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


@dataclass(frozen=True)
class Benchmark:
    """Projects, and the words around their table."""

    projects: Sequence[Project]
    title: str
    legend: str
    about: str
    help: str

    def main(self) -> None:
        """Run what is asked for and print the table."""
        parser = argparse.ArgumentParser(description=self.help, formatter_class=argparse.RawDescriptionHelpFormatter)
        parser.add_argument("names", nargs="*", help="projects; all unless given")
        parser.add_argument("--stage", default=",".join(STAGES), help="which columns")
        parser.add_argument("--logs", type=Path, help="keep each build's and container's log in this folder")
        parser.add_argument("--json", type=Path, help="write the outcomes there, added to those that are there")
        parser.add_argument("--table", type=Path, help="write them there as a table, those of --json included")
        arguments = parser.parse_args()
        stages = [stage for stage in arguments.stage.split(",") if stage]
        outcomes = []
        with session(Client.connect()) as started:
            for project in self.projects:
                if not stages or (arguments.names and project.name not in arguments.names):
                    continue
                for outcome in tried(started, project, stages, arguments.logs):
                    outcomes.append(outcome)
                    print(
                        f"{outcome.project} {outcome.stage} {outcome.seconds:.0f} s: {outcome.why or 'works'}",
                        flush=True,
                    )
                    if arguments.json:
                        remember(arguments.json, outcomes)
        remembered = [Outcome(**row) for row in json.loads(arguments.json.read_text())] if arguments.json else outcomes
        if arguments.table:
            arguments.table.write_text(self.markdown(remembered))
        self.show(outcomes)

    def show(self, outcomes: Sequence[Outcome]) -> None:
        """The table on a terminal."""
        table = Table(title=self.title)
        header, *rows = self.cells(outcomes)
        for title in header:
            table.add_column(title)
        for row in rows:
            table.add_row(*row)
        console = Console(width=200)
        console.print(table)
        for line in self.sums(outcomes):
            console.print(line)

    def markdown(self, outcomes: Sequence[Outcome]) -> str:
        """The table as a page."""
        header, *rows = self.cells(outcomes)
        lines = [header, ["---"] * len(header), *rows]
        table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
        counted = "\n".join(f"* {line}" for line in self.sums(outcomes))
        return f"# {self.title}\n\n{self.legend}\n\n{counted}\n\n{table}\n"

    def cells(self, outcomes: Sequence[Outcome]) -> Iterator[list[str]]:
        """The header and a row for each project, in their order."""
        stages = [stage for stage in STAGES if any(outcome.stage == stage for outcome in outcomes)]
        by_place = {(outcome.project, outcome.stage): outcome for outcome in outcomes}
        yield ["project", *stages, self.about]
        for project in self.projects:
            found = [by_place.get((project.name, stage)) for stage in stages]
            if any(found):
                yield [project.name, *(map(cell, found)), project.about]

    def sums(self, outcomes: Sequence[Outcome]) -> Iterator[str]:
        """How many work in each stage, and how many of each sample."""
        known = {each.name: each for each in self.projects if not each.outside}
        samples = list(dict.fromkeys(each.sample for each in self.projects if each.sample))
        for stage in STAGES:
            own = [each for each in outcomes if each.stage == stage and each.project in known]
            if own:
                parts = [[each for each in own if known[each.project].sample == sample] for sample in samples]
                told = ", ".join(
                    f"{sum(each.works for each in part)} of {len(part)} {sample}"
                    for part, sample in zip(parts, samples, strict=True)
                )
                counted = f"{stage}: {sum(each.works for each in own)} of {len(own)} that need nothing from outside"
                yield f"{counted} ({told})" if told else counted
        outside = [each for each in outcomes if each.project not in known and each.stage == "fix"]
        if outside:
            yield f"what it needs from outside is named: {sum(each.works for each in outside)} of {len(outside)}"


class BrokenError(Exception):
    """It does not work, and why."""


def tried(started: Session, project: Project, stages: list[str], logs: Path | None) -> Iterator[Outcome]:
    """One project in each stage, each from a copy of its own; where ``init`` is enough, nothing is left to mend."""
    worked: dict[str, bool] = {}
    for stage in STAGES:
        if stage not in stages or (project.outside and stage == "init"):
            continue
        if stage == "fix" and worked.get("init"):
            yield Outcome(project.name, stage, "", 0.0)
            continue
        begin = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            root = project.laid(Path(folder))
            log: list[str] = []
            try:
                WRITERS[stage](root, log, tag_of(project))
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
                started.client.call("image", "rm", "--force", tag_of(project))
            if logs is not None:
                logs.mkdir(parents=True, exist_ok=True)
                (logs / f"{project.name}.{stage}.log").write_text("\n".join(log))
        worked[stage] = not why
        yield Outcome(project.name, stage, why, time.monotonic() - begin)


def plainly(root: Path, log: list[str], _tag: str) -> None:
    """What its own files say, as they resolve today."""
    ours(root, log, "init", "--yes", "--offline")


def once(root: Path, log: list[str], _tag: str) -> None:
    """One ``init``, which locks."""
    ours(root, log, "init", "--yes")


def mended(root: Path, log: list[str], tag: str) -> None:
    """After the loop."""
    once(root, log, tag)
    ours(root, log, "validate", "--run", "--fix", "--tag", tag, failing=True)


WRITERS: dict[str, Callable[[Path, list[str], str], None]] = {"plain": plainly, "init": once, "fix": mended}


def ours(root: Path, log: list[str], *arguments: str, failing: bool = False) -> None:
    """Run the program as its user does."""
    command = [sys.executable, "-m", "dockerize_ml", *arguments]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, timeout=PATIENCE)
    except subprocess.TimeoutExpired as over:
        raise BrokenError(f"{arguments[0]} takes more than {PATIENCE:.0f} s") from over
    log.extend((f"$ dockerize-ml {' '.join(arguments)}", done.stdout, done.stderr))
    for name in ("Dockerfile", "dockerize-ml.toml", "requirements.lock"):
        log.extend([f"--- {name}", (root / name).read_text()] if (root / name).is_file() else [])
    if done.returncode and not failing:
        raise BrokenError(done.stderr.strip() or f"exit code {done.returncode}")


def tag_of(project: Project) -> str:
    """The image's name; every stage has the same, so that the engine keeps one."""
    return f"dockerize-ml-tried-{project.name.replace('_', '-')}"


def prove(started: Session, project: Project, root: Path, log: list[str]) -> None:
    """Build it, start it, and hold its answer against what it should say."""
    build(started.client, root, tag_of(project), watch=lambda _, printed: log.extend(printed))
    silent = project.is_job or project.is_worker
    port = None if silent else target_of(pipeline.subject_of(root)).port
    if port is None and not silent:
        raise BrokenError("the image listens nowhere")
    with running(started, tag_of(project), port=port) as container:
        try:
            work(container, project)
        finally:
            log.extend(("--- container", container.logs(400)))


def named(project: Project, log: list[str]) -> None:
    """What no image can hold, as the program told of it."""
    told = "\n".join(log)
    unsaid = [need for need in project.needs if need not in told]
    if unsaid:
        raise BrokenError(f"it does not say: {unsaid[0]}")


def work(container: Container, project: Project) -> None:
    """Whatever it is for."""
    if project.is_job or project.is_worker:
        finished(container, project)
    else:
        answered(container, project)


def finished(container: Container, project: Project) -> None:
    """Wait for the job's end, or for what a worker says."""
    begin = time.monotonic()
    while container.state().running and time.monotonic() - begin < JOB_WAIT:
        if project.is_worker and project.says in container.logs(400):
            return
        time.sleep(0.2)
    told, state = container.logs(400), container.state()
    if project.is_worker or state.running or state.exit_code != project.ends or project.says not in told:
        raise BrokenError(told or f"exit code {state.exit_code}")


def answered(container: Container, project: Project) -> None:
    """Ask for the page, and post where there is something to post."""
    port = container.port or 0
    wait_for_answer(container, port, project.route, WAIT)
    try:
        expect(project.shown(port), project.says, project.route)
        if project.post is not None:
            route, body, says = project.post
            expect(asked(port, route, body), says, route)
    except BrokenError as error:
        last = (container.logs(400).splitlines() or [""])[-1]
        raise BrokenError(f"{error}: {last[:120]}") from error
    complaint = project.complaint(container.logs(400))
    if complaint:
        raise BrokenError(f"it answers and complains: {complaint}")


def expect(text: str, says: str, route: str) -> None:
    """Refuse another page than the right one."""
    if says not in text:
        raise BrokenError(f"{route}: another page than the one with {says!r}")


def asked(port: int, route: str, body: str | None) -> str:
    """One request, with a body to post or without; what comes at the end of its redirections.

    Raises:
        BrokenError: nothing, or a status that tells of a failure.
    """
    for _ in range(REDIRECTS):
        status, text, route = _request(port, route, body)
        if status < 300:
            return text
        if status >= 400:
            break
    raise BrokenError(f"{'POST' if body else 'GET'} {route}: status {status}")


def _request(port: int, route: str, body: str | None) -> tuple[int, str, str]:
    """Status, text, and where it sends on to."""
    method = "GET" if body is None else "POST"
    # What a person types, and what a browser says of itself: many sites answer to nothing else.
    headers = {"Host": f"localhost:{port}", "User-Agent": "Mozilla/5.0"}
    headers |= {"Content-Type": "application/json"} if body else {}
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=WAIT)
    try:
        connection.request(method, route, body, headers)
        answer = connection.getresponse()
        text = answer.read().decode("utf-8", "replace")
    except (OSError, http.client.HTTPException) as error:
        raise BrokenError(str(error) or type(error).__name__) from error
    finally:
        connection.close()
    there = urlsplit(urljoin(route, answer.getheader("Location") or ""))
    return answer.status, text, there._replace(scheme="", netloc="").geturl()


def remember(file: Path, outcomes: list[Outcome]) -> None:
    """Add to the file what is new."""
    old = json.loads(file.read_text()) if file.exists() else []
    new = {(each.project, each.stage): asdict(each) for each in outcomes}
    kept = [row for row in old if (row["project"], row["stage"]) not in new]
    file.write_text(json.dumps([*kept, *new.values()], indent=1))


def cell(outcome: Outcome | None) -> str:
    """One word and how long it took."""
    if outcome is None:
        return ""
    if not outcome.seconds:
        return "as before"
    return f"{'yes' if outcome.works else 'no'}, {outcome.seconds:.0f} s"
