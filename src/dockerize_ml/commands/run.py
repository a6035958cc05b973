"""``dockerize-ml run``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dockerize_ml.commands.build import Tag
from dockerize_ml.commands.options import Folder, Quiet, Verbose
from dockerize_ml.commands.registry import command

if TYPE_CHECKING:
    from dockerize_ml.commands.target import Target
    from dockerize_ml.engine.client import Client
    from dockerize_ml.engine.container import Container
    from dockerize_ml.report.terminal import Terminal


@command
def run(
    path: Folder = Path(),
    *,
    tag: Tag = None,
    port: Annotated[int, typer.Option("--port", "-p", help="The port on this machine; 0 takes a free one.")] = 0,
    wait: Annotated[float, typer.Option(help="Seconds that the program may take before it answers.")] = 60,
    env: Annotated[
        list[str] | None, typer.Option("--env", "-e", help="A variable for the program.", metavar="NAME=VALUE")
    ] = None,
    env_file: Annotated[
        Path | None, typer.Option("--env-file", help="A file of such variables.", metavar="FILE", exists=True)
    ] = None,
    gpus: Annotated[str | None, typer.Option(help="GPUs for the program: `all`, or how many.", metavar="GPUS")] = None,
    detach: Annotated[bool, typer.Option("--detach", "-d", help="Leave it running in the background.")] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Build the image, run it with its port mapped, wait until it answers and print the URL.

    Ctrl-C stops the container and removes it.

    Example: dockerize-ml run my_project --port 5001
    """
    from dockerize_ml.commands.image import built
    from dockerize_ml.commands.target import target_of
    from dockerize_ml.engine.client import Client
    from dockerize_ml.engine.probe import wait_for_answer
    from dockerize_ml.report.terminal import Terminal

    terminal = Terminal.here(quiet=quiet, verbose=verbose)
    client = Client.connect()
    image = built(client, path, tag, terminal)
    target = target_of(path)
    container = _start(client, image.tag, target, port, _options(env, env_file, gpus), terminal)
    keep = False
    try:
        if container.port is not None:
            answer = wait_for_answer(container, container.port, target.path, wait)
            terminal.done(f"answers after {answer.seconds:.1f} s: GET {target.path} gives {answer.status}")
            terminal.data(f"http://localhost:{container.port}\n")
        keep = detach
        _say_how_to_go_on(container, terminal)
        if not detach:
            _follow(container, terminal)
    finally:
        if not keep:
            container.remove()


def _options(env: list[str] | None, env_file: Path | None, gpus: str | None) -> tuple[str, ...]:
    """What `docker run` is told beside the port."""
    named = [option for variable in env or () for option in ("--env", variable)]
    file = ["--env-file", str(env_file)] if env_file else []
    return (*named, *file, *(["--gpus", gpus] if gpus else []))


def _start(  # noqa: PLR0917 - as `docker run` takes them
    client: "Client", tag: str, target: "Target", port: int, options: tuple[str, ...], terminal: "Terminal"
) -> "Container":
    """Start it, on a free port where the one that was asked for is taken."""
    from dockerize_ml.engine.container import PortTakenError, start

    try:
        return start(client, tag, port=target.port, host_port=port, options=options)
    except PortTakenError as error:
        terminal.say(f"{error.reason} A free one is used instead.")
        return start(client, tag, port=target.port, options=options)


def _say_how_to_go_on(container: "Container", terminal: "Terminal") -> None:
    for verb in ("logs -f", "exec -it", "stop"):
        tail = " sh" if verb.startswith("exec") else ""
        terminal.say(f"  docker {verb} {container.name}{tail}")


def _follow(container: "Container", terminal: "Terminal") -> None:
    """Show the log until the container ends or Ctrl-C stops it."""
    terminal.say("Ctrl-C stops it.")
    try:
        for line in container.client.stream("logs", "--follow", container.name):
            terminal.say(line)
    except KeyboardInterrupt:
        seconds = container.stop()
        terminal.done(f"stopped in {seconds:.1f} s")
        raise
