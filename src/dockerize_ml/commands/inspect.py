"""``dockerize-ml inspect``."""

from pathlib import Path
from typing import Annotated

import typer

from dockerize_ml.commands.options import (
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
    found = pipeline.inspect(path, flags)
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
