import typer

app = typer.Typer()


@app.callback(invoke_without_command=True)
def mcp_main():
    from lake.server import mcp

    mcp.run()
