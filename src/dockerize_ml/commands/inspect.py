"""``dockerize-ml inspect``."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dockerize_ml.commands.options import (
    AsOf,
    DataFormat,
    Entrypoint,
    Folder,
    Format,
    Framework,
    HealthPath,
    Kind,
    Port,
    Python,
    Quiet,
    Service,
    Verbose,
    Workdir,
    settings_said,
)
from dockerize_ml.commands.registry import command

if TYPE_CHECKING:
    from dockerize_ml.facts.inspection import Inspection
    from dockerize_ml.report.terminal import Terminal


@command
def inspect(
    path: Folder = Path(),
    *,
    service: Service = None,
    entrypoint: Entrypoint = None,
    framework: Framework = None,
    kind: Kind = None,
    workdir: Workdir = None,
    port: Port = None,
    health_path: HealthPath = None,
    python: Python = None,
    explain: Annotated[
        str | None, typer.Option(help="One fact's whole reasoning, what lost included.", metavar="FACT")
    ] = None,
    resolve: Annotated[
        bool, typer.Option("--resolve", help="With the exact versions of all that it requires, asked of the index.")
    ] = False,
    as_of: AsOf = None,
    format: Format = DataFormat.TEXT,  # noqa: A002 - the option's name
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Show what a project is, with the lines that prove it. Nothing is written and none of its code is run.

    Example: dockerize-ml inspect my_project --format json
    """
    from dockerize_ml import pipeline
    from dockerize_ml.report.terminal import Terminal

    terminal = Terminal.here(quiet=quiet, verbose=verbose)
    flags = settings_said(locals())
    found = _resolved(path, flags, terminal) if resolve else pipeline.inspect(path, flags)
    if explain is not None:
        from dockerize_ml.report.explanation import explanation

        terminal.data(explanation(explain, found, terminal.out))
        return
    if format is DataFormat.JSON:
        from dockerize_ml.report.facts_json import facts_json

        terminal.data(facts_json(found.facts, str(path)))
        return
    from dockerize_ml.report.facts_table import facts_table, programs_list

    terminal.data(facts_table(found.facts, terminal.out, verbose=verbose))
    if len(found.programs) > 1:
        terminal.data("\n" + programs_list(found.programs, found.programs[0].name, terminal.out))


def _resolved(path: Path, flags: Mapping[str, object], terminal: "Terminal") -> "Inspection":
    """The facts over everything that would be installed, what the requirements bring along included."""
    from dockerize_ml import pipeline
    from dockerize_ml.report.lock_lines import lock_lines
    from dockerize_ml.report.progress import late_progress
    from dockerize_ml.resolve.resolve import Wish

    with late_progress("Resolving the requirements", terminal) as tell:
        found, resolution = pipeline.inspect_resolved(path, flags, Wish(lock=True), tell)
    for line in lock_lines(resolution, terminal.err):
        terminal.show(line)
    return found
