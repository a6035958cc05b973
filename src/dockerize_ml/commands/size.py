"""``dockerize-ml size``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dockerize_ml.commands.options import DataFormat, Format, Offline
from dockerize_ml.commands.registry import command

if TYPE_CHECKING:
    from dockerize_ml.engine.sizes import Sizes
    from dockerize_ml.report.terminal import Terminal


@command
def size(
    image: Annotated[
        str | None, typer.Argument(help="An image, or a folder whose image was built.", show_default="this folder's")
    ] = None,
    *,
    before: Annotated[
        bool, typer.Option("--before", help="Tell what the folder's packages weigh, without an image.")
    ] = False,
    offline: Offline = False,
    html: Annotated[
        Path | None, typer.Option(help="Write a page with a treemap.", metavar="FILE", dir_okay=False)
    ] = None,
    format: Format = DataFormat.TEXT,  # noqa: A002 - the option's name
) -> None:
    """Show what makes an image big: by layer and by Python package, and what would make it smaller.

    A folder whose image is not built yet is told by what its packages weigh to download.

    Example: dockerize-ml size my-api:latest
    """
    from dockerize_ml.engine.slimming import slimmings
    from dockerize_ml.report.size_chart import size_chart, size_json
    from dockerize_ml.report.terminal import Terminal

    terminal = Terminal.here()
    _refuse_to_replace(html)
    found = _found(image or ".", terminal, before=before, offline=offline)
    advice = slimmings(found)
    terminal.data(size_json(found, advice) if format is DataFormat.JSON else size_chart(found, advice, terminal.out))
    if html is not None:
        from dockerize_ml.project.writing import rewrite
        from dockerize_ml.report.size_page import size_page

        rewrite(html, size_page(found, advice))
        terminal.done(f"wrote `{html}`")


def _found(name: str, terminal: "Terminal", *, before: bool, offline: bool) -> "Sizes":
    """Measured where there is an image, else estimated where there is a folder.

    Raises:
        UsageError: there is neither.
        EngineError: an image is asked for, and no engine answers.
    """
    from dockerize_ml.commands.image import tag_of
    from dockerize_ml.engine.client import Client
    from dockerize_ml.engine.session import session
    from dockerize_ml.engine.sizes import sizes
    from dockerize_ml.errors import EngineError, UsageError

    folder = Path(name) if Path(name).is_dir() else None
    if before:
        if folder is None:
            raise UsageError(reason=f"`{name}` is no folder.", hint="`--before` looks at a project, not at an image.")
        return _estimated(folder, terminal, offline=offline)
    tag = name if folder is None else tag_of(folder)
    try:
        client = Client.connect()
        if client.call("image", "inspect", tag).code == 0:
            with session(client) as looking:
                return sizes(looking, tag)
    except EngineError:
        if folder is None:
            raise
    if folder is None:
        raise UsageError(reason=f"There is no image `{tag}` here.", hint="`dockerize-ml build` makes it.")
    terminal.say(f"There is no image `{tag}` here yet: this is what its packages weigh.")
    return _estimated(folder, terminal, offline=offline)


def _estimated(folder: Path, terminal: "Terminal", *, offline: bool) -> "Sizes":
    """What the packages of a folder weigh to download."""
    from dockerize_ml import pipeline
    from dockerize_ml.engine.sizes import Package, Sizes, biggest_first
    from dockerize_ml.report.progress import late_progress

    with late_progress("Looking up the sizes", terminal) as tell:
        told = pipeline.weights(folder, offline=offline, tell=tell)
    packages = biggest_first(Package(one.name, one.version, one.size, one.via) for one in told.packages)
    return Sizes(str(folder), sum(package.size for package in packages), (), packages, told.source)


def _refuse_to_replace(file: Path | None) -> None:
    """Refuse to write over a file that is no page of ours.

    Raises:
        OverwriteError: it is something else.
    """
    from dockerize_ml.errors import OverwriteError
    from dockerize_ml.project.reading import read_text
    from dockerize_ml.report.size_page import MARK

    if file is None or not file.exists():
        return
    if MARK not in read_text(file, shown=str(file), limit=20_000_000):
        raise OverwriteError(
            path=str(file), reason=f"`{file}` is there already and is no page of ours.", hint="Name another file."
        )
