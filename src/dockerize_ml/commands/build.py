"""``dockerize-ml build``."""

from pathlib import Path
from typing import Annotated

import typer

from dockerize_ml.commands.options import Folder, Quiet, Verbose
from dockerize_ml.commands.registry import command

Tag = Annotated[str | None, typer.Option("--tag", "-t", help="The image's name.", show_default="the folder's name")]
_MORE = "Handed to BuildKit"


@command
def build(
    path: Folder = Path(),
    *,
    tag: Tag = None,
    build_arg: Annotated[
        list[str] | None,
        typer.Option("--build-arg", help="A value for ARG.", metavar="NAME=VALUE", rich_help_panel=_MORE),
    ] = None,
    secret: Annotated[
        list[str] | None,
        typer.Option(
            help="A secret for RUN --mount=type=secret; it stays out of the image.",
            metavar="id=NAME,src=FILE|env=NAME",
            rich_help_panel=_MORE,
        ),
    ] = None,
    label: Annotated[
        list[str] | None, typer.Option(help="A label for the image.", metavar="NAME=VALUE", rich_help_panel=_MORE)
    ] = None,
    platform: Annotated[
        list[str] | None,
        typer.Option(help="What machines it is for: `linux/arm64`.", metavar="OS/ARCH", rich_help_panel=_MORE),
    ] = None,
    builder: Annotated[
        str | None,
        typer.Option(help="One of `docker buildx ls`.", show_default="the context's own", rich_help_panel=_MORE),
    ] = None,
    push: Annotated[bool, typer.Option("--push", help="Send it to its registry.", rich_help_panel=_MORE)] = False,
    sbom: Annotated[
        bool, typer.Option("--sbom", help="Attach a list of what is in it.", rich_help_panel=_MORE)
    ] = False,
    provenance: Annotated[
        str | None,
        typer.Option(help="Attach how it was built.", metavar="true|false|mode=max", rich_help_panel=_MORE),
    ] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Do every step anew.", rich_help_panel=_MORE)] = False,
    pull: Annotated[bool, typer.Option("--pull", help="Look for a newer base image.", rich_help_panel=_MORE)] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Build the image from the folder's Dockerfile, with BuildKit.

    Example: dockerize-ml build my_project --tag my-api:1.0
    """
    from dockerize_ml.commands.image import built, require_dockerfile
    from dockerize_ml.commands.labels import labels_of
    from dockerize_ml.engine.build import BuildOptions
    from dockerize_ml.engine.client import Client
    from dockerize_ml.report.terminal import Terminal

    terminal = Terminal.here(quiet=quiet, verbose=verbose)
    require_dockerfile(path)
    options = BuildOptions(
        arguments=tuple(build_arg or ()),
        labels=labels_of(path, label or ()),
        secrets=tuple(secret or ()),
        platforms=tuple(platform or ()),
        builder=builder,
        push=push,
        sbom=sbom,
        provenance=provenance,
        cache=not no_cache,
        pull=pull,
    )
    image = built(Client.connect(), path, tag, terminal, options)
    size = "" if image.size is None else f", {image.size / 1e6:.0f} MB"
    terminal.done(f"built `{image.tag}`{size}")
    terminal.data(f"{image.tag}\n")
