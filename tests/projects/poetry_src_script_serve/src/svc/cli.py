import typer
import uvicorn

cli = typer.Typer()

@cli.command()
def serve(port: int = typer.Option(8042, '--port'), host: str = '127.0.0.1'):
    uvicorn.run('svc.app:create_app', host=host, port=port, factory=True)

def main():
    cli()
