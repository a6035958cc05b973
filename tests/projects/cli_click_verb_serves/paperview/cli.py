import click
import uvicorn

from .app import PaperView


@click.group()
def cli():
    """Look at papers."""


@cli.command()
@click.argument("files", nargs=-1)
def index(files):
    """Count them."""
    click.echo(len(files))


@cli.command()
@click.argument("folder", default=".")
@click.option("-h", "--host", default="127.0.0.1", help="Host to listen on")
@click.option("-p", "--port", default=8001, type=click.IntRange(0, 65535))
def serve(folder, host, port):
    """Show them in a browser."""
    options = dict(host=host, port=port, log_level="info")
    uvicorn.run(PaperView(folder), **options)
