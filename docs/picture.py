"""Make docs/init.svg from a real run on the bundled example: `python docs/picture.py`."""

import io
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.syntax import Syntax
from rich.text import Text

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "init.svg"
WIDTH = 118


def main() -> None:
    """Write the picture."""
    PICTURE.write_text(drawn(), encoding="utf-8")


def drawn() -> str:
    """The picture as SVG; the same program on the same example gives the same text."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "flask_api"
        shutil.copytree(ROOT / "examples" / "flask_api", project)
        said = run("init", cwd=project)
        dockerfile = (project / "Dockerfile").read_text(encoding="utf-8")
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.assemble(("$ ", "bold green"), "dockerize-ml init"))
    console.print(Text.from_ansi(said))
    console.print(Text.assemble("\n", ("$ ", "bold green"), "cat Dockerfile"))
    console.print(Syntax(dockerfile, "docker", theme="ansi_dark", background_color="default", word_wrap=True))
    return console.export_svg(title="dockerize-ml", unique_id="init")


def run(*arguments: str, cwd: Path) -> str:
    """What the program says on a terminal that shows colours."""
    environment = {**os.environ, "FORCE_COLOR": "1", "LC_ALL": "C.UTF-8", "DOCKERIZE_ML_OFFLINE": "1"}
    environment.pop("NO_COLOR", None)
    done = subprocess.run(
        [sys.executable, "-m", "dockerize_ml", *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stderr


if __name__ == "__main__":
    main()
