"""The command line: lists the commands and holds the one place where errors become exit codes."""

import functools
import os
import signal
import sys
from collections.abc import Callable
from typing import Annotated

import typer

from dockerize_ml.commands import all_commands, command_named
from dockerize_ml.errors import DockerizeError
from dockerize_ml.report.terminal import Terminal
from dockerize_ml.version import __version__

_BUG = 70
_INTERRUPTED = 130
_TERMINATED = 143


def run() -> None:
    """Run the command that the process's arguments name, and leave with its exit code."""
    signal.signal(signal.SIGTERM, _leave_on_sigterm)
    _app(sys.argv[1] if len(sys.argv) > 1 else "")(prog_name="dockerize-ml")


def _app(wanted: str) -> typer.Typer:
    """The program with the command that is wanted, or with all of them for whoever asks for something else."""
    app = typer.Typer(
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        help="From a Python, data-science or ML project to a container image you can trust.",
    )
    app.callback()(_options_before_a_command)
    found = command_named(wanted)
    for name, function in [(wanted, found)] if found else all_commands():
        app.command(name)(_guarded(function))
    return app


def _options_before_a_command(
    *,
    version: Annotated[bool, typer.Option("--version", "-V", help="Print the version and leave.")] = False,
) -> None:
    if version:
        print(f"dockerize-ml {__version__}")  # noqa: T201 - this is the output
        raise typer.Exit


def _guarded(command: Callable[..., None]) -> Callable[..., None]:
    """The command with every way it can end turned into an exit code."""

    @functools.wraps(command)
    def guarded(*arguments: object, **options: object) -> None:
        try:
            command(*arguments, **options)
        except DockerizeError as error:
            Terminal.here().error(error)
            raise typer.Exit(error.exit_code) from error
        except KeyboardInterrupt as error:
            raise typer.Exit(_INTERRUPTED) from error
        except BrokenPipeError as error:
            # Who read our output has left; Python would complain once more when it flushes at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from error
        except (typer.Exit, typer.Abort):
            raise
        except Exception as error:
            _report_bug(error)
            raise typer.Exit(_BUG) from error

    return guarded


def _report_bug(error: Exception) -> None:
    """What a maintainer needs to find a bug, ready to be pasted."""
    import platform  # noqa: PLC0415 - nobody waits for them unless there is a bug
    import traceback  # noqa: PLC0415 - as above

    lines = traceback.format_exception(error)
    about = f"dockerize-ml {__version__}, Python {platform.python_version()}, {platform.platform()}"
    sys.stderr.write(
        f"This is a bug in dockerize-ml, not in your project. Please report it with these lines:\n\n{about}\n"
    )
    sys.stderr.write("".join(lines))


def _leave_on_sigterm(_number: int, _frame: object) -> None:
    # SystemExit runs every `finally` on the way out, so containers of ours are removed.
    sys.exit(_TERMINATED)
