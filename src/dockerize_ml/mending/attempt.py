"""One attempt: build the folder's image, look for what it lacks, start it, and wait for an answer."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from dockerize_ml.dockerfile import parse
from dockerize_ml.engine.build import Watcher, build
from dockerize_ml.engine.build_log import BuildLog
from dockerize_ml.engine.image_checks import missing_libraries
from dockerize_ml.engine.in_image import look_inside
from dockerize_ml.engine.last_words import last_words
from dockerize_ml.engine.session import Session
from dockerize_ml.errors import BuildError
from dockerize_ml.manifests.names import canonical
from dockerize_ml.mending.starting import Aim, started
from dockerize_ml.mending.trouble import ANSWERING, BUILDING, Reach, Trouble, lines_reached
from dockerize_ml.pipeline import Generated


@dataclass(frozen=True, slots=True)
class Bench:
    """Where and how attempts are made.

    Attributes:
        session: what is started belongs to this.
        root: the project's folder, which is the build context.
        tag: the image's name.
        aim: what to ask, as the project's files tell by now.
        within: seconds that it may take to answer.
        view: shows one build while it goes on.
        generate: makes the texts of the project's files anew, its lock included.
    """

    session: Session
    root: Path
    tag: str
    aim: Callable[[], Aim]
    within: float
    view: Callable[[], AbstractContextManager[Watcher]]
    generate: Callable[[], Generated]


def attempt(bench: Bench) -> Trouble | None:
    """What went wrong, or None where it answers and lacks nothing."""
    failed = _built(bench)
    if failed is not None:
        return failed
    missing = {name: paths[0] for name, paths in missing_libraries(bench.session, bench.tag).items()}
    outcome = started(bench.session, bench.tag, bench.aim(), bench.within)
    if outcome.why:
        log = f"{outcome.log}\n{outcome.why}"
        return Trouble("start", outcome.reason, log, Reach(outcome.stage, lines_reached(log)), missing)
    if missing:
        names = ", ".join(sorted(missing))
        return Trouble("start", f"the image lacks {names}", "", Reach(ANSWERING, (-len(missing),)), missing)
    return None


def _built(bench: Bench) -> Trouble | None:
    lines: list[str] = []
    with bench.view() as watch:

        def hear(log: BuildLog, printed: list[str]) -> None:
            lines.extend(printed)
            watch(log, printed)

        try:
            build(bench.session.client, bench.root, bench.tag, watch=hear)
        except BuildError as error:
            log = "\n".join((*lines, error.reason))
            return Trouble("build", last_words(log), log, Reach(BUILDING, (_instruction(bench.root, error.line or 0),)))
    return None


def _instruction(root: Path, line: int) -> int:
    """Which instruction a line of the Dockerfile belongs to: comments come and go with what is changed."""
    dockerfile = parse((root / "Dockerfile").read_text(encoding="utf-8"))
    return sum(dockerfile.position(each.extent.start).line <= line for each in dockerfile.instructions)


def installed(bench: Bench) -> dict[str, str]:
    """The distributions in the image and their versions; nothing where there is no image that could tell."""
    told = look_inside(bench.session, bench.tag, "package_sizes")
    rows = cast("list[dict[str, object]]", told) if isinstance(told, list) else []
    return {canonical(str(row["name"])): str(row["version"]) for row in rows}
