import json
import subprocess
from pathlib import Path

import click


@click.command()
def main():
    for kind, command in json.loads((Path(__file__).parent / "tools.json").read_text()).items():
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        click.echo(f"{kind}: {told.replace('Version: ', '')}")


if __name__ == "__main__":
    main()
