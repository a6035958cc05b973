"""``dockerize-ml run``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dockerize_ml.commands.build import Tag
from dockerize_ml.commands.options import Folder, Quiet, Verbose
from dockerize_ml.commands.registry import command

if TYPE_CHECKING:
    from dockerize_ml.commands.target import Target
    from dockerize_ml.engine.container import Container
    from dockerize_ml.engine.session import Session
    from dockerize_ml.report.terminal import Terminal
    from dockerize_ml.validation.registry import Subject


_LOG_TAIL = 5


@command
def run(
    path: Folder = Path(),
    *,
    tag: Tag = None,
    port: Annotated[
        int, typer.Option("--port", "-p", help="The port on this machine; 0 takes the program's own, or a free one.")
    ] = 0,
    wait: Annotated[float, typer.Option(help="Seconds that the program may take before it answers.")] = 60,
    env: Annotated[
        list[str] | None, typer.Option("--env", "-e", help="A variable for the program.", metavar="NAME=VALUE")
    ] = None,
    env_file: Annotated[
        Path | None,
        typer.Option("--env-file", help="A file of such variables.", metavar="FILE", exists=True, dir_okay=False),
    ] = None,
    mount_models: Annotated[
        bool, typer.Option("--mount-models", help="Let it read this folder's models, instead of those in the image.")
    ] = False,
    gpus: Annotated[str | None, typer.Option(help="GPUs for the program: `all`, or how many.", metavar="GPUS")] = None,
    detach: Annotated[bool, typer.Option("--detach", "-d", help="Leave it running in the background.")] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Build the image, run it with its port mapped, wait until it answers and print the URL.

    Ctrl-C stops the container and removes it.

    Example: dockerize-ml run my_project --port 5001
    """
    from dockerize_ml.commands.image import built, require_dockerfile
    from dockerize_ml.commands.target import target_of
    from dockerize_ml.engine.client import Client
    from dockerize_ml.engine.session import session
    from dockerize_ml.pipeline import subject_of
    from dockerize_ml.report.terminal import Terminal

    terminal = Terminal.here(quiet=quiet, verbose=verbose)
    require_dockerfile(path)
    client = Client.connect()
    subject = subject_of(path)
    target = target_of(subject)
    options = _options(env, env_file, gpus)
    if mount_models:
        options += _mounts(subject, target)
    image = built(client, path, tag, terminal)
    with session(client) as started:
        container = _start(started, image.tag, target, port, options, terminal)
        _show_answer(container, target, wait, terminal)
        started.kept = detach
        _say_how_to_go_on(container, terminal)
        if not detach:
            _follow(container, terminal)


def _options(env: list[str] | None, env_file: Path | None, gpus: str | None) -> tuple[str, ...]:
    """What `docker run` is told beside the port."""
    named = [option for variable in env or () for option in ("--env", variable)]
    file = ["--env-file", str(env_file)] if env_file else []
    return (*named, *file, *(["--gpus", gpus] if gpus else []))


def _mounts(subject: "Subject", target: "Target") -> tuple[str, ...]:
    """The folder's models, mounted for reading where the program opens them.

    Raises:
        UsageError: the project opens none, or the Dockerfile does not tell in which folder it is started.
    """
    from posixpath import join, normpath

    from dockerize_ml.errors import UsageError
    from dockerize_ml.validation.stage import StageView

    view = StageView.last(subject.dockerfile)
    workdir = view.folder if view else None
    present = [model for model in target.models if (subject.folder / model).exists()]
    if not present or workdir is None:
        why = "the Dockerfile does not tell the folder it is started in" if present else "it opens none in this folder"
        raise UsageError(
            reason=f"There is no model to mount for this program: {why}.",
            hint="`dockerize-ml inspect --explain models` tells what it opens; leave `--mount-models` out.",
        )
    pairs = [(str((subject.folder / model).resolve()), normpath(join(workdir, model))) for model in present]
    return tuple(word for source, to in pairs for word in ("--mount", _mount(source, to)))


def _mount(source: str, to: str) -> str:
    """The words of ``--mount``, which are read as a line of CSV."""
    fields = ("type=bind", f"source={source}", f"target={to}", "readonly")
    return ",".join('"' + field.replace('"', '""') + '"' if set(field) & set(',"') else field for field in fields)


def _start(  # noqa: PLR0917 - as `docker run` takes them
    started: "Session", tag: str, target: "Target", port: int, options: tuple[str, ...], terminal: "Terminal"
) -> "Container":
    """Start it, on a free port where the one that was asked for, or else the program's own, is taken."""
    from dockerize_ml.engine.container import PortTakenError, start

    try:
        return start(started, tag, port=target.port, host_port=port or target.port or 0, options=options)
    except PortTakenError as error:
        terminal.say(f"{error.reason} A free one is used instead.")
        return start(started, tag, port=target.port, options=options)


def _show_answer(container: "Container", target: "Target", wait: float, terminal: "Terminal") -> None:
    """Wait for it, then print the URL and the end of the log."""
    from dockerize_ml.engine.probe import wait_for_answer
    from dockerize_ml.report.progress import progress

    if container.port is None:
        return
    with progress("Waiting for its answer", terminal):
        answer = wait_for_answer(container, container.port, target.path, wait)
    terminal.done(f"GET {target.path} gives {answer.status}")
    terminal.data(f"http://localhost:{container.port}\n")


def _say_how_to_go_on(container: "Container", terminal: "Terminal") -> None:
    for line in container.logs(_LOG_TAIL).splitlines():
        terminal.say(f"  | {line}")
    for verb, words in (("logs -f", ""), ("exec -it", " sh"), ("stop", "")):
        terminal.say(f"  docker {verb} {container.name}{words}")


def _follow(container: "Container", terminal: "Terminal") -> None:
    """Show the log until the container ends or Ctrl-C stops it.

    Raises:
        AnswerError: the program ended with an exit code of its own that is not 0.
    """
    from dockerize_ml.engine.probe import ended_badly

    terminal.say("Ctrl-C stops it.")
    try:
        for line in container.client.stream("logs", "--follow", "--tail", "0", container.name):
            terminal.say(line)
    except KeyboardInterrupt:
        seconds = container.stop()
        terminal.done(f"stopped in {seconds:.1f} s")
        raise
    if container.state().exit_code:
        raise ended_badly(container)
    terminal.done("the program ended with exit code 0")
