"""``dockerize-ml size``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dockerize_ml.commands.options import DataFormat, Format
from dockerize_ml.commands.registry import command

if TYPE_CHECKING:
    from dockerize_ml.engine.client import Client


@command
def size(
    image: Annotated[
        str | None, typer.Argument(help="An image, or a folder whose image was built.", show_default="this folder's")
    ] = None,
    *,
    format: Format = DataFormat.TEXT,  # noqa: A002 - the option's name
) -> None:
    """Show what makes an image big: by layer and by Python package, and what would make it smaller.

    Example: dockerize-ml size my-api:latest
    """
    from dockerize_ml.commands.image import tag_of
    from dockerize_ml.engine.client import Client
    from dockerize_ml.engine.session import session
    from dockerize_ml.engine.sizes import sizes
    from dockerize_ml.engine.slimming import slimmings
    from dockerize_ml.report.size_chart import size_chart, size_json
    from dockerize_ml.report.terminal import Terminal

    terminal = Terminal.here()
    client = Client.connect()
    name = image or "."
    tag = tag_of(Path(name)) if Path(name).is_dir() else name
    _require(client, tag)
    with session(client) as looking:
        found = sizes(looking, tag)
    advice = slimmings(found)
    terminal.data(size_json(found, advice) if format is DataFormat.JSON else size_chart(found, advice, terminal.out))


def _require(client: "Client", tag: str) -> None:
    """Refuse an image that is not there.

    Raises:
        UsageError: it is not.
    """
    from dockerize_ml.errors import UsageError

    if client.call("image", "inspect", tag).code:
        raise UsageError(reason=f"There is no image `{tag}` here.", hint="`dockerize-ml build` makes it.")
