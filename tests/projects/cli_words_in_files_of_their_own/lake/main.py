import typer

from lake.cli import mcp
from lake.cli.ui import ui as _ui_command

app = typer.Typer()
app.add_typer(mcp.app, name="mcp")
app.command("ui")(_ui_command)

if __name__ == "__main__":
    app()
