"""``dockerize-ml build``."""

from pathlib import Path
from typing import Annotated

import typer

from dockerize_ml.commands.options import Folder, Quiet, Verbose
from dockerize_ml.commands.registry import command

Tag = Annotated[str | None, typer.Option("--tag", "-t", help="The image's name.", show_default="the folder's name")]


@command
def build(path: Folder = Path(), *, tag: Tag = None, quiet: Quiet = False, verbose: Verbose = False) -> None:
    """Build the image from the folder's Dockerfile, with BuildKit.

    Example: dockerize-ml build my_project --tag my-api:1.0
    """
    from dockerize_ml.commands.image import built
    from dockerize_ml.engine.client import Client
    from dockerize_ml.report.terminal import Terminal

    terminal = Terminal.here(quiet=quiet, verbose=verbose)
    image = built(Client.connect(), path, tag, terminal)
    terminal.done(f"built `{image.tag}`: {image.size / 1e6:.0f} MB in {image.seconds:.1f} s")
    terminal.data(f"{image.tag}\n")
