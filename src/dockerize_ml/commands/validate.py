"""``dockerize-ml validate``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from dockerize_ml.commands.build import Tag
from dockerize_ml.commands.options import DataFormat, Folder, Format, Quiet, Verbose
from dockerize_ml.commands.registry import command

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.engine.check import Check
    from dockerize_ml.report.terminal import Terminal

_FAILED = 1


@command
def validate(
    path: Folder = Path(),
    *,
    run: Annotated[bool, typer.Option("--run", help="Build, start, ask and stop it on a real Docker Engine.")] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Change the settings until it builds, starts and answers; implies --run.")
    ] = False,
    tag: Tag = None,
    wait: Annotated[float, typer.Option(help="Seconds that the program may take before it answers.")] = 60,
    request: Annotated[
        Path | None, typer.Option(help="A JSON file to post to the container; implies --run.", metavar="FILE")
    ] = None,
    request_path: Annotated[str, typer.Option(help="Where to post it.", metavar="/PATH")] = "/predict",
    format: Format = DataFormat.TEXT,  # noqa: A002 - the option's name
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Check that the folder's Dockerfile is right for its project; with --run, prove it on a real Docker Engine.

    With --fix, what keeps it from building, starting or answering is looked up in its log and mended in the settings,
    at most five times; a change stays only if the program got further.

    Example: dockerize-ml validate my_project --run
    """
    from dockerize_ml.commands.image import require_dockerfile
    from dockerize_ml.report.checklist import checklist_json, checklist_summary
    from dockerize_ml.report.terminal import Terminal

    terminal = Terminal.here(quiet=quiet, verbose=verbose)
    require_dockerfile(path)
    body = None if request is None else _body(request)
    checks: list[Check] = []
    try:
        for check in _checks(path, terminal, tag, wait, Ask(run or fix or body is not None, fix, body, request_path)):
            checks.append(check)
            _show(check, terminal, format)
    finally:
        if format is DataFormat.JSON:
            terminal.data(checklist_json(checks, str(path)))
    if format is DataFormat.TEXT:
        terminal.data(f"\n{checklist_summary(checks, terminal.out)}\n")
    if any(check.status == "failed" for check in checks):
        raise typer.Exit(_FAILED)


class Ask(NamedTuple):
    """Whether to run the image, to mend what keeps it from running, and what to post to it."""

    run: bool
    fix: bool
    body: bytes | None
    path: str


def _body(file: Path) -> bytes:
    """The request's JSON.

    Raises:
        UsageError: it cannot be read, or is no JSON.
    """
    import json

    from dockerize_ml.errors import UsageError

    try:
        body = file.read_bytes()
        json.loads(body)
    except (OSError, ValueError) as error:
        hint = "Name a file with the JSON that your program is asked with."
        raise UsageError(reason=f"`{file}` cannot be posted: {error}", hint=hint, path=str(file)) from error
    return body


def _checks(path: Path, terminal: "Terminal", tag: str | None, wait: float, ask: Ask) -> "Iterator[Check]":
    from dockerize_ml.pipeline import static_checks, subject_of

    if ask.fix:
        from dockerize_ml.commands.mending import mend

        wait = mend(path, tag, wait, terminal)
    subject = subject_of(path)
    yield from static_checks(subject)
    if not ask.run:
        return
    from dockerize_ml.commands.image import built
    from dockerize_ml.commands.target import target_of
    from dockerize_ml.engine.client import Client
    from dockerize_ml.engine.proof import prove
    from dockerize_ml.engine.session import session
    from dockerize_ml.engine.trials import Trial

    target = target_of(subject)
    trial = Trial(target.port, target.path, wait, ask.body, ask.path, target.models, target.draws)
    with session(client := Client.connect()) as started:
        # Without a name of its own the image goes with the session.
        yield from prove(started, trial, lambda: built(client, path, tag or started.tag, terminal))


def _show(check: "Check", terminal: "Terminal", format: DataFormat) -> None:  # noqa: A002 - as above
    from dockerize_ml.report.checklist import checklist_rows

    if format is DataFormat.JSON:
        return
    for line in checklist_rows(check, terminal.out):
        terminal.data(f"{line}\n")
