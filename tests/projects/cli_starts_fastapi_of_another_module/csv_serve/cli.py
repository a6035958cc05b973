import click


@click.command()
@click.argument("folder")
def main(folder):
    from . import serve

    serve(folder)
