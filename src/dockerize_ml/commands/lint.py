"""``dockerize-ml lint``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from dockerize_ml.commands.options import Quiet
from dockerize_ml.commands.registry import command

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dockerize_ml.errors import DockerizeError
    from dockerize_ml.lint.settings import Settings
    from dockerize_ml.lint.source import Source
    from dockerize_ml.report.lint_report import LintReport
    from dockerize_ml.report.screen import Screen

_FOUND = 1
_UNREADABLE = 2
_SIZE_LIMIT = 5_000_000


@command
def lint(
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Dockerfiles, or `-` for standard input.", show_default="Dockerfile"),
    ] = None,
    *,
    preset: Annotated[
        str | None, typer.Option(help="The set of rules: recommended, hadolint, buildkit or all.", metavar="NAME")
    ] = None,
    select: Annotated[str, typer.Option(help="Only these codes or prefixes.", metavar="CODES")] = "",
    extend_select: Annotated[str, typer.Option(help="These codes or prefixes too.", metavar="CODES")] = "",
    ignore: Annotated[str, typer.Option(help="None of these codes or prefixes.", metavar="CODES")] = "",
    fail_on: Annotated[
        str | None,
        typer.Option(
            help="The least level that gives exit code 1: error, warning, info, style or never.", metavar="LEVEL"
        ),
    ] = None,
    config: Annotated[Path | None, typer.Option(help="Our TOML, or a .hadolint.yaml.", metavar="FILE")] = None,
    format: Annotated[  # noqa: A002 - the option's name
        str, typer.Option("--format", "-f", help="text, concise, json, sarif, github, …", metavar="NAME")
    ] = "text",
    stdin_filename: Annotated[str, typer.Option(help="What to call standard input.", metavar="NAME")] = "-",
    quiet: Quiet = False,
) -> None:
    """Find what is wrong, wasteful or unsafe in Dockerfiles; every rule has a page: `dockerize-ml explain CODE`.

    Example: dockerize-ml lint Dockerfile --preset hadolint --format json
    """
    from dockerize_ml.lint.runner import lint as lint_sources
    from dockerize_ml.report.format import format_named
    from dockerize_ml.report.terminal import Terminal

    terminal = Terminal.here(quiet=quiet)
    settings = _settings(config, preset=preset, select=select, extend=extend_select, ignore=ignore, fail_on=fail_on)
    shown = format_named(format)
    sources, unread = _sources(paths or ["Dockerfile"], stdin_filename)
    findings = lint_sources(sources, settings)
    terminal.data(shown.show(findings, _report(sources, unread, terminal.out, quiet=quiet)))
    for trouble in unread:
        terminal.error(trouble)
    if unread:
        raise typer.Exit(_UNREADABLE)
    if any(settings.fails(finding.level) for finding in findings):
        raise typer.Exit(_FOUND)


def _settings(
    config: Path | None, *, preset: str | None, select: str, extend: str, ignore: str, fail_on: str | None
) -> "Settings":
    """What the options say, over what the configuration says."""
    from dataclasses import replace
    from typing import get_args

    from dockerize_ml.lint.config import find_settings, read_settings
    from dockerize_ml.lint.settings import Failing, PresetName

    said = find_settings(Path()) if config is None else read_settings(config)
    if preset is not None:
        said = replace(said, preset=cast("PresetName", _one_of("preset", preset, get_args(PresetName))))
    if fail_on is not None:
        said = replace(said, fail_on=cast("Failing", _one_of("fail-on", fail_on, get_args(Failing))))
    return replace(
        said,
        select=_codes(select) or said.select,
        extend_select=(*said.extend_select, *_codes(extend)),
        ignore=(*said.ignore, *_codes(ignore)),
    )


def _codes(option: str) -> tuple[str, ...]:
    return tuple(code for part in option.split(",") if (code := part.strip()))


def _one_of(option: str, said: str, known: tuple[str, ...]) -> str:
    """What was said, if it is known.

    Raises:
        UsageError: it is not.
    """
    from difflib import get_close_matches

    from dockerize_ml.errors import UsageError

    if said in known:
        return said
    close = get_close_matches(said, known, n=1)
    guess = f"Did you mean `{close[0]}`? " if close else ""
    raise UsageError(reason=f"`--{option} {said}` is not known.", hint=f"{guess}Choose from: {', '.join(known)}.")


def _sources(names: list[str], stdin_name: str) -> "tuple[list[Source], list[DockerizeError]]":
    """The texts to lint, and the files that could not be read; the rest is linted all the same."""
    from dockerize_ml.errors import DockerizeError

    sources: list[Source] = []
    unread: list[DockerizeError] = []
    for name in names:
        try:
            sources.append(_source(name, stdin_name))
        except DockerizeError as trouble:
            unread.append(trouble)
    return sources, unread


def _source(name: str, stdin_name: str) -> "Source":
    import sys

    from dockerize_ml.dockerfile import read_bytes
    from dockerize_ml.errors import UsageError
    from dockerize_ml.lint.source import Source

    if name == "-":
        return Source(stdin_name, read_bytes(sys.stdin.buffer.read(_SIZE_LIMIT)))
    path = Path(name)
    if not path.is_file():
        what = "is a folder" if path.is_dir() else "does not exist" if not path.exists() else "is not a regular file"
        raise UsageError(path=name, reason=f"`{name}` {what}.", hint="Name a Dockerfile, or `-` for standard input.")
    if path.stat().st_size > _SIZE_LIMIT:
        raise UsageError(
            path=name, reason=f"`{name}` is larger than 5 MB.", hint="No Dockerfile is; is it the right file?"
        )
    try:
        return Source(name, read_bytes(path.read_bytes()), path.parent)
    except OSError as error:
        raise UsageError(
            path=name, reason=f"`{name}` cannot be read: {error.strerror}.", hint="Check the file's permissions."
        ) from error


def _report(
    sources: "Sequence[Source]", unread: "Sequence[DockerizeError]", screen: "Screen", *, quiet: bool
) -> "LintReport":
    from dockerize_ml.lint.pages import page
    from dockerize_ml.lint.registry import by_name
    from dockerize_ml.report.lint_report import LintReport
    from dockerize_ml.version import __version__

    texts = {source.name: source.text for source in sources}
    return LintReport(
        __version__,
        texts,
        rule=lambda code: next((page(rule) for rule in by_name().get(code.lower(), ())), None),
        unread=tuple(unread),
        screen=screen,
        quiet=quiet,
    )
