"""``dockerize-ml init``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dockerize_ml.commands.options import (
    AsOf,
    Entrypoint,
    Folder,
    Framework,
    HealthPath,
    Keep,
    Kind,
    Lang,
    Offline,
    Pin,
    Platforms,
    Port,
    Python,
    Quiet,
    Service,
    Set,
    Verbose,
    Weights,
    Workdir,
    settings_said,
)
from dockerize_ml.commands.registry import command

if TYPE_CHECKING:
    from dockerize_ml.facts.inspection import Inspection
    from dockerize_ml.pipeline import Generated
    from dockerize_ml.report.terminal import Terminal

_CHANGED = 1
_SETTINGS = "Facts and settings"


@command
def init(
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
    gpu: Annotated[
        bool | None, typer.Option("--gpu/--no-gpu", help="Whether it uses an NVIDIA GPU.", rich_help_panel=_SETTINGS)
    ] = None,
    installer: Annotated[str | None, typer.Option(help="uv or pip.", metavar="NAME", rich_help_panel=_SETTINGS)] = None,
    cache: Annotated[
        str | None,
        typer.Option(help="mount keeps downloads between builds.", metavar="none|mount", rich_help_panel=_SETTINGS),
    ] = None,
    comments: Annotated[
        str | None, typer.Option(help="full, brief or none.", metavar="HOW", rich_help_panel=_SETTINGS)
    ] = None,
    lang: Lang = None,
    pin: Pin = None,
    weights: Weights = None,
    others: Set = None,
    lock: Annotated[
        bool | None,
        typer.Option(
            "--lock/--no-lock", help="Write exact versions; otherwise where needed.", rich_help_panel="Versions"
        ),
    ] = None,
    as_of: AsOf = None,
    platforms: Platforms = None,
    offline: Offline = False,
    keep: Keep = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print the files instead of writing them.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would change; exit 1 if anything would.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace files that differ; the old ones are kept.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing.")] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Write a Dockerfile and a .dockerignore for a project, from what its files say.

    Where its requirements are loose, broken or too old for the versions of today, `requirements.lock` is written as
    well: exact versions that were worked out with uv, as of the project's own time.

    A file that is there and differs is never replaced without consent, and a replaced one is kept under
    `.dockerize-ml/backups/`.

    Example: dockerize-ml init my_project --port 8000
    """
    from dataclasses import replace

    from dockerize_ml import pipeline
    from dockerize_ml.commands.locking import asked_what_to_keep, generated, names_in
    from dockerize_ml.report.terminal import Terminal
    from dockerize_ml.resolve.resolve import Wish

    flags = settings_said(locals())
    terminal = Terminal.here(quiet=quiet, verbose=verbose).speaking(pipeline.language(path, flags))
    asks = not yes and _is_watched(terminal)
    if asks:
        flags["service"] = service or _asked_for_program(pipeline.inspect(path, flags), terminal)
    wish = Wish(lock=lock, offline=offline, keep=names_in(keep))
    made = generated(path, flags, wish, terminal)
    if asks and (refused := asked_what_to_keep(made.lock, terminal)):
        made = generated(path, flags, replace(wish, keep=wish.keep | refused), terminal)
    if dry_run:
        _print(made, terminal)
        return
    if diff:
        _show_difference(path, made, terminal)
        return
    _say_what_was_found(made, terminal, repairs_are_known=asks)
    _say_what_is_sent(path, made, terminal)
    _write(path, made, terminal, force=force, ask=not yes)
    _say_what_next(path, made, terminal)


def _is_watched(terminal: "Terminal") -> bool:
    """Whether somebody can answer."""
    import sys

    return terminal.err.live and sys.stdin.isatty()


def _asked_for_program(found: "Inspection", terminal: "Terminal") -> str | None:
    """Which program, where it is only a guess and there are several; None leaves it to the ranking."""
    from dockerize_ml.facts.model import Confidence
    from dockerize_ml.report.facts_table import programs_list

    programs = found.programs
    if len(programs) < 2 or found.facts.entrypoint.confidence is not Confidence.GUESS:
        return None
    terminal.show(programs_list(programs, programs[0].name, terminal.err))
    names = [program.name for program in programs]
    known = {*names, *(program.entrypoint for program in programs)}

    def one_of_them(answer: str) -> str:
        if answer not in known:
            told = f"There is no program `{answer}`. Choose from: {', '.join(names)}."
            raise typer.BadParameter(terminal.err.said(told))
        return answer

    asked = terminal.err.said("Which one is the image for?")
    return str(typer.prompt(asked, default=names[0], value_proc=one_of_them, err=True))


def _files(made: "Generated") -> tuple[tuple[str, str], ...]:
    from dockerize_ml.manifests.lock_header import NAME

    text = made.lock.text if made.lock else None
    lock = () if text is None else ((NAME, text),)
    return (*lock, ("Dockerfile", made.files.dockerfile), (".dockerignore", made.files.dockerignore))


def _print(made: "Generated", terminal: "Terminal") -> None:
    for name, text in _files(made):
        terminal.data(f"# ---- {name} ----\n{text}\n")


def _show_difference(path: Path, made: "Generated", terminal: "Terminal") -> None:
    from dockerize_ml.report.diff import file_diff

    changes = [file_diff(_old(path / name), text, name, terminal.out) for name, text in _files(made)]
    terminal.data("".join(changes))
    if any(changes):
        raise typer.Exit(_CHANGED)


def _say_what_was_found(made: "Generated", terminal: "Terminal", *, repairs_are_known: bool) -> None:
    from dockerize_ml.commands.locking import audited
    from dockerize_ml.report.lock_lines import audit_lines, lock_lines
    from dockerize_ml.report.written import found_lines

    if terminal.quiet:
        return
    for line in found_lines(made.inspection, terminal.err):
        terminal.show(line)
    if made.lock is not None:
        told = lock_lines(made.lock, terminal.err, with_repairs=not repairs_are_known)
        for line in (*told, *audit_lines(audited(made.lock, terminal), terminal.err)):
            terminal.show(line)


def _say_what_is_sent(path: Path, made: "Generated", terminal: "Terminal") -> None:
    """What a build would send, as the folder is and with the new .dockerignore."""
    from dockerize_ml.dockerfile.ignore import Ignore
    from dockerize_ml.project.build_context import sent_files
    from dockerize_ml.report.written import context_lines

    if terminal.quiet:
        return
    before = sum(size for _, size in sent_files(path, Ignore.parse(_old(path / ".dockerignore"))))
    after = dict(sent_files(path, Ignore.parse(made.files.dockerignore)))
    for line in context_lines(before, after, terminal.err):
        terminal.show(line)
    terminal.show("")


def _write(path: Path, made: "Generated", terminal: "Terminal", *, force: bool, ask: bool) -> None:
    from dockerize_ml.project.writing import write_file
    from dockerize_ml.report.written import noted

    decisions = {name: force or _consent(path, name, text, terminal, ask=ask) for name, text in _files(made)}
    for name, text in _files(made):
        kept = write_file(path, name, text, replace=decisions[name])
        terminal.done(f"wrote `{name}`; the old one is `{kept}`" if kept else f"wrote `{name}`")
    for note in made.plan.notes:
        for line in noted(note.text, terminal.err, note.hint):
            terminal.show(line)


def _consent(path: Path, name: str, text: str, terminal: "Terminal", *, ask: bool) -> bool:
    """Whether a file that differs may be replaced: asked on a terminal, otherwise not given."""
    from dockerize_ml.report.diff import file_diff

    old = _old(path / name)
    if old in ("", text) or not (ask and _is_watched(terminal)):
        return False
    terminal.show(file_diff(old, text, name, terminal.err))
    return typer.confirm(terminal.err.said(f"Replace {name}? The old one is kept."), default=False, err=True)


def _old(path: Path) -> str:
    from dockerize_ml.project.reading import read_text

    return read_text(path, shown=path.name, limit=5_000_000) if path.is_file() else ""


def _say_what_next(path: Path, made: "Generated", terminal: "Terminal") -> None:
    import shlex

    from dockerize_ml.report.written import next_lines

    port = made.plan.port
    mapped = ("--gpus all " if made.plan.gpu else "") + (f"-p {port}:{port} " if port else "")
    here = shlex.quote(str(path))
    commands = (
        f"docker build -t {made.plan.tag} {here}",
        f"docker run --rm {mapped}{made.plan.tag}",
        f"dockerize-ml validate --run{'' if str(path) == '.' else f' {here}'}",
    )
    for line in next_lines(commands, terminal.err):
        terminal.show(line)
