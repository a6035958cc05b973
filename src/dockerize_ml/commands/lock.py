"""``dockerize-ml lock``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dockerize_ml.commands.options import (
    AsOf,
    DataFormat,
    Entrypoint,
    Folder,
    Format,
    Keep,
    Offline,
    Platforms,
    Python,
    Quiet,
    Service,
    Verbose,
    settings_said,
)
from dockerize_ml.commands.registry import command

if TYPE_CHECKING:
    from dockerize_ml.report.terminal import Terminal
    from dockerize_ml.resolve.model import OwnLock, Resolution

_STALE = 1


@command
def lock(
    path: Folder = Path(),
    *,
    service: Service = None,
    entrypoint: Entrypoint = None,
    python: Python = None,
    gpu: Annotated[bool | None, typer.Option("--gpu/--no-gpu", help="Whether it uses an NVIDIA GPU.")] = None,
    as_of: AsOf = None,
    platforms: Platforms = None,
    offline: Offline = False,
    keep: Keep = None,
    upgrade: Annotated[bool, typer.Option("--upgrade", help="Resolve again although nothing changed.")] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 if the lock is missing or stale.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print the lock instead of writing it.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would change; exit 1 if anything would.")] = False,
    format: Format = DataFormat.TEXT,  # noqa: A002 - the option's name
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Write `requirements.lock`: exact versions with hashes, as of the project's own time.

    Your own list of requirements stays as it is.

    Example: dockerize-ml lock my_project --as-of 2021-05-03
    """
    from dockerize_ml import pipeline
    from dockerize_ml.commands.locking import names_in
    from dockerize_ml.report.progress import late_progress
    from dockerize_ml.report.terminal import Terminal
    from dockerize_ml.resolve.resolve import Wish

    terminal = Terminal.here(quiet=quiet, verbose=verbose)
    wish = Wish(lock=True, offline=offline or check, upgrade=upgrade, keep=names_in(keep))
    with late_progress("Resolving the requirements", terminal) as tell:
        found = pipeline.lock(path, settings_said(locals()), wish, tell)
    if found.own is not None:
        _tell_of_own(found, found.own, terminal, check=check, as_json=format is DataFormat.JSON)
    elif check:
        _check(found, terminal)
    elif found.text is None:
        _refuse(found)
    else:
        _tell(path, found, terminal, dry_run=dry_run, diff=diff, as_json=format is DataFormat.JSON)


def _tell_of_own(found: "Resolution", own: "OwnLock", terminal: "Terminal", *, check: bool, as_json: bool) -> None:
    """The project is locked already: by what, and whether that still holds."""
    from dockerize_ml.report.lock_lines import lock_json

    if as_json:
        terminal.data(lock_json(found))
    if own.stale:
        terminal.warn(f"`{own.path}` is stale: {own.stale}.", own.hint)
        raise typer.Exit(_STALE if check else 0)
    answers = "answers what the project asks for" if check else "has exact versions already; there is nothing to lock"
    terminal.done(f"`{own.path}` {answers}")


def _check(found: "Resolution", terminal: "Terminal") -> None:
    if found.is_fresh:
        terminal.done("`requirements.lock` answers what the project asks for")
        return
    terminal.warn("`requirements.lock` is missing or stale.", "Run `dockerize-ml lock`.")
    raise typer.Exit(_STALE)


def _refuse(found: "Resolution") -> None:
    """Say why there can be no lock."""
    from dockerize_ml.errors import ProjectError

    if found.failure is None:
        raise ProjectError(reason=f"There is nothing to lock: {found.because}.", hint="It is installed as it is.")
    raise ProjectError(reason=found.failure.reason, hint=found.failure.hint or "Mend the requirements, then try again.")


def _tell(path: Path, found: "Resolution", terminal: "Terminal", *, dry_run: bool, diff: bool, as_json: bool) -> None:
    from dockerize_ml.commands.locking import audited
    from dockerize_ml.manifests.lock_header import NAME
    from dockerize_ml.project.writing import write_file
    from dockerize_ml.report.lock_lines import audit_lines, lock_json, lock_lines

    text = found.text or ""
    if diff:
        _show_difference(path, text, terminal)
        return
    audit = audited(found, terminal)
    if as_json:
        terminal.data(lock_json(found, audit))
    elif dry_run:
        terminal.data(text)
    for line in (*lock_lines(found, terminal.err), *audit_lines(audit, terminal.err)):
        terminal.show(line)
    if dry_run:
        return
    if found.is_fresh:
        terminal.done(f"`{NAME}` answers what the project asks for; `--upgrade` resolves it again")
        return
    kept = write_file(path, NAME, text, replace=True)
    terminal.done(f"wrote `{NAME}`" + (f"; the old one is `{kept}`" if kept else ""))


def _show_difference(path: Path, text: str, terminal: "Terminal") -> None:
    from dockerize_ml.manifests.lock_header import NAME
    from dockerize_ml.project.reading import read_text
    from dockerize_ml.report.diff import file_diff

    there = path / NAME
    old = read_text(there, shown=NAME, limit=20_000_000) if there.is_file() else ""
    changes = file_diff(old, text, NAME, terminal.out)
    terminal.data(changes)
    if changes:
        raise typer.Exit(_STALE)
