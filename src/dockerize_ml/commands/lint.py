"""``dockerize-ml lint``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from dockerize_ml.commands.options import Quiet
from dockerize_ml.commands.registry import command

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dockerize_ml.errors import DockerizeError
    from dockerize_ml.lint.finding import Finding
    from dockerize_ml.lint.pages import Page
    from dockerize_ml.lint.settings import Settings
    from dockerize_ml.lint.source import Source
    from dockerize_ml.report.lint_report import LintReport
    from dockerize_ml.report.terminal import Terminal

_FOUND = 1
_UNREADABLE = 2
_RULES = "Rules"
_OUTPUT = "Output"
_FIXES = "Fixes"


@command
def lint(
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Dockerfiles, folders to search for them, or `-`.", show_default="Dockerfile"),
    ] = None,
    *,
    preset: Annotated[
        str | None,
        typer.Option(help="recommended, hadolint, buildkit or all.", metavar="NAME", rich_help_panel=_RULES),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(help="Only these codes or prefixes; repeatable.", metavar="CODES", rich_help_panel=_RULES),
    ] = None,
    extend_select: Annotated[
        list[str] | None, typer.Option(help="These codes or prefixes too.", metavar="CODES", rich_help_panel=_RULES)
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(help="None of these codes or prefixes.", metavar="CODES", rich_help_panel=_RULES)
    ] = None,
    project: Annotated[
        Path | None,
        typer.Option(
            help="The build context: rules about the project look into it.", metavar="FOLDER", rich_help_panel=_RULES
        ),
    ] = None,
    config: Annotated[
        Path | None,
        typer.Option("--config", "-c", help="Our TOML, or a .hadolint.yaml.", metavar="FILE", rich_help_panel=_RULES),
    ] = None,
    shellcheck: Annotated[
        bool,
        typer.Option("--shellcheck/--no-shellcheck", help="Give RUN's text to ShellCheck.", rich_help_panel=_RULES),
    ] = True,
    cache: Annotated[
        bool, typer.Option("--cache/--no-cache", help="Keep ShellCheck's answers.", rich_help_panel=_RULES)
    ] = True,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended safely.", rich_help_panel=_FIXES)] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="With --fix: also what may change the image.", rich_help_panel=_FIXES)
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what --fix would change, and change nothing.", rich_help_panel=_FIXES)
    ] = False,
    fail_on: Annotated[
        str | None,
        typer.Option(help="Exit 1 from this level on: error, warning, info, style or never.", metavar="LEVEL"),
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", "-f", help="text, concise, json, sarif, …; repeatable.", rich_help_panel=_OUTPUT),
    ] = None,
    outputs: Annotated[
        list[Path] | None,
        typer.Option("--output", "-o", help="A file for each --format, in order.", rich_help_panel=_OUTPUT),
    ] = None,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count by code.", rich_help_panel=_OUTPUT)] = False,
    stdin_filename: Annotated[
        str, typer.Option(help="What to call standard input.", metavar="NAME", rich_help_panel=_OUTPUT)
    ] = "-",
    quiet: Quiet = False,
) -> None:
    """Find what is wrong, wasteful or unsafe in Dockerfiles; every rule has a page: `dockerize-ml explain CODE`.

    Example: dockerize-ml lint . --preset hadolint --format json
    """
    from dockerize_ml.lint.inputs import read_inputs
    from dockerize_ml.report.terminal import Terminal

    terminal = Terminal.here(quiet=quiet)
    said = _settings(config, preset=preset, select=select, extend=extend_select, ignore=ignore, fail_on=fail_on)
    settings = said._replace(shellcheck=said.shellcheck and shellcheck, cache=said.cache and cache)
    wanted = formats or ["statistics" if statistics else "text"]
    _check_formats(wanted, outputs or [])
    sources, unread = read_inputs(paths or ["Dockerfile"], stdin_filename)
    sources = [source._replace(project=_folder(project)) for source in sources]
    if fix or diff:
        findings, sources = _mended(sources, settings, terminal, unsafe=unsafe_fixes, show=diff)
    else:
        from dockerize_ml.lint.runner import lint as lint_sources

        findings = lint_sources(sources, settings)
    # A mended text from standard input is the output; nothing may stand behind it.
    if not diff and not (fix and any(source.folder is None for source in sources)):
        _print(findings, _report(sources, unread, terminal), terminal, wanted, outputs or [])
    for trouble in unread:
        terminal.error(trouble)
    if unread:
        raise typer.Exit(_UNREADABLE)
    if any(settings.fails(finding.level) for finding in findings):
        raise typer.Exit(_FOUND)


def _folder(project: Path | None) -> Path | None:
    """The build context, if it is one.

    Raises:
        UsageError: it is no folder.
    """
    from dockerize_ml.errors import UsageError

    if project is not None and not project.is_dir():
        hint = "Name the folder that `docker build` is given."
        raise UsageError(path=str(project), reason=f"`{project}` is not a folder.", hint=hint)
    return project


def _settings(
    config: Path | None,
    *,
    preset: str | None,
    select: "list[str] | None",
    extend: "list[str] | None",
    ignore: "list[str] | None",
    fail_on: str | None,
) -> "Settings":
    """What the options say, over what the configuration says."""
    from typing import get_args

    from dockerize_ml.lint.config import find_settings, read_settings
    from dockerize_ml.lint.settings import Failing, PresetName

    said = find_settings(Path()) if config is None else read_settings(config)
    if preset is not None:
        said = said._replace(preset=cast("PresetName", _one_of("preset", preset, get_args(PresetName))))
    if fail_on is not None:
        said = said._replace(fail_on=cast("Failing", _one_of("fail-on", fail_on, get_args(Failing))))
    return said._replace(
        select=_codes(select) or said.select,
        extend_select=(*said.extend_select, *_codes(extend)),
        ignore=(*said.ignore, *_codes(ignore)),
    )


def _codes(options: "list[str] | None") -> tuple[str, ...]:
    """The codes of an option that may be given again and again, and may have several at once."""
    return tuple(code for option in options or () for part in option.split(",") if (code := part.strip()))


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


def _check_formats(formats: "Sequence[str]", outputs: "Sequence[Path]") -> None:
    """Refuse an unknown format, or files that belong to none, before anything is linted.

    Raises:
        UsageError: as said.
    """
    from dockerize_ml.errors import UsageError
    from dockerize_ml.report.format import format_named

    for name in formats:
        format_named(name)
    if len(outputs) > len(formats) or len(formats) > len(outputs) + 1:
        raise UsageError(
            reason=f"{len(formats)} of `--format` and {len(outputs)} of `--output` do not go together.",
            hint="Give each format a file; the last one may do without and is printed.",
        )


def _mended(
    sources: "Sequence[Source]", settings: "Settings", terminal: "Terminal", *, unsafe: bool, show: bool
) -> "tuple[list[Finding], list[Source]]":
    """Mend every file, or show what would change; the findings that remain, and the texts as they are now."""
    from dockerize_ml.lint.fixing import fix
    from dockerize_ml.report.diff import file_diff

    remaining: list[Finding] = []
    mended: list[Source] = []
    for source in sources:
        result = fix(
            source.text, settings, unsafe=unsafe, name=source.name, folder=source.folder, project=source.project
        )
        remaining += result.remaining
        mended.append(source._replace(text=result.text))
        if show:
            terminal.data(file_diff(source.text, result.text, source.name, terminal.out))
        elif result.text != source.text:
            _keep(source, result.text, terminal)
            terminal.done(f"{source.name}: {len(result.applied)} mended")
        for finding in result.discarded:
            terminal.warn(f"{finding.file}:{finding.line} {finding.code} could not be mended without doing harm.")
    return remaining, mended


def _keep(source: "Source", text: str, terminal: "Terminal") -> None:
    """Write a mended file; what came from standard input goes to standard output."""
    if source.folder is None:
        terminal.data(text)
        return
    from dockerize_ml.project.writing import rewrite

    rewrite(Path(source.name), text)


def _print(
    findings: "Sequence[Finding]",
    report: "LintReport",
    terminal: "Terminal",
    formats: "Sequence[str]",
    outputs: "Sequence[Path]",
) -> None:
    """Each format to its file, one without a file to standard output."""
    from dockerize_ml.report.format import format_named
    from dockerize_ml.report.screen import PLAIN

    for at, name in enumerate(formats):
        if at < len(outputs):
            from dockerize_ml.project.writing import rewrite

            rewrite(outputs[at], format_named(name).show(findings, report._replace(screen=PLAIN)))
        else:
            terminal.data(format_named(name).show(findings, report))


def _report(sources: "Sequence[Source]", unread: "Sequence[DockerizeError]", terminal: "Terminal") -> "LintReport":
    from dockerize_ml.report.lint_report import LintReport
    from dockerize_ml.version import __version__

    return LintReport(
        __version__,
        {source.name: source.text for source in sources},
        rule=_page_of,
        unread=tuple(unread),
        screen=terminal.out,
        quiet=terminal.quiet,
    )


def _page_of(code: str) -> "Page | None":
    """A rule's page, read only for the formats that show it; None for a code that is not ours."""
    from dockerize_ml.lint.pages import page
    from dockerize_ml.lint.registry import by_name

    return next((page(rule) for rule in by_name().get(code.lower(), ())), None)
