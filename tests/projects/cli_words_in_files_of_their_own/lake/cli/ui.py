import typer


def ui(port: int = typer.Option(8765, "--port"), host: str = typer.Option("127.0.0.1", "--host")):
    import uvicorn

    uvicorn.run("lake.web:create_app", host=host, port=port, factory=True)
