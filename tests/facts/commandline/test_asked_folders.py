"""Folders that a server does not start without."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
SERVER = """
import http.server

def serve(host, port):
    http.server.ThreadingHTTPServer((host, port), http.server.BaseHTTPRequestHandler).serve_forever()
"""
CLICK = """
import click
from shop.server import serve as listen

@click.group()
def main():
    pass

@main.command()
{asked}
@click.option("--host", default="127.0.0.1")
@click.option("--port", default=8123)
def serve({names}, host, port):
    listen(host, port)

if __name__ == "__main__":
    main()
"""
PARSED = """
import argparse
from shop.server import serve

def main():
    parser = argparse.ArgumentParser()
    parser.add_argument({asked})
    parser.add_argument("--host", default="localhost")
    parser.add_argument("--port", default=8123, type=int)
    args = parser.parse_args()
    serve(args.host, args.port)

if __name__ == "__main__":
    main()
"""


def click(asked: str, *names: str) -> str:
    return CLICK.format(asked=asked, names=", ".join(names))


ADDRESS = ("--host", "0.0.0.0", "--port", "{port}")
GIVEN = {
    "its type says so": (
        click("@click.argument('place', type=click.Path(exists=True, file_okay=False))", "place"),
        ("serve", *ADDRESS, "/data"),
        ["/data"],
    ),
    "its name says so": (click("@click.argument('data_dir')", "data_dir"), ("serve", *ADDRESS, "/data"), ["/data"]),
    "an option": (
        click("@click.option('--folder', '-f', required=True)", "folder"),
        ("serve", *ADDRESS, "--folder", "/data"),
        ["/data"],
    ),
    "several": (
        click("@click.argument('in_dir')\n@click.argument('out_dir')", "in_dir", "out_dir"),
        ("serve", *ADDRESS, "/data/in_dir", "/data/out_dir"),
        ["/data/in_dir", "/data/out_dir"],
    ),
    "an argument of argparse": (PARSED.format(asked="'directory'"), (*ADDRESS, "/data"), ["/data"]),
    "its help says so": (
        PARSED.format(asked="'root', help='The folder that is served'"),
        (*ADDRESS, "/data"),
        ["/data"],
    ),
}
ASKED = {
    "a file": (click("@click.argument('place', type=click.Path(dir_okay=False))", "place"), ["PLACE"]),
    "a file of a folder's name": (click("@click.argument('dir', type=click.File())", "dir"), ["DIR"]),
    "anything": (PARSED.format(asked="'name'"), ["NAME"]),
    "a file or a folder": (PARSED.format(asked="'path', help='A file or a folder'"), ["PATH"]),
    "something else beside a folder": (
        click("@click.argument('data_dir')\n@click.argument('name')", "data_dir", "name"),
        ["DATA_DIR", "NAME"],
    ),
}


def made(folder: Make, code: str) -> Path:
    return folder(
        {
            "pyproject.toml": '[project]\nname = "shop"\nversion = "1"\n[project.scripts]\nshop = "shop.cli:main"\n',
            "shop/__init__.py": "",
            "shop/cli.py": code,
            "shop/server.py": SERVER,
        }
    )


@pytest.mark.parametrize(("code", "arguments", "folders"), GIVEN.values(), ids=GIVEN)
def test_a_folder_is_given(code: str, arguments: tuple[str, ...], folders: list[str], folder: Make) -> None:
    program = pipeline.inspect(made(folder, code)).programs[0]
    assert (program.kind, program.arguments, list(program.folders_given)) == ("web", arguments, folders)
    assert not program.asks


@pytest.mark.parametrize(("code", "asks"), ASKED.values(), ids=ASKED)
def test_what_may_be_no_folder_is_asked_for(code: str, asks: list[str], folder: Make) -> None:
    program = pipeline.inspect(made(folder, code)).programs[0]
    assert [each.reason for each in program.asks] == asks
    assert not program.folders


def test_the_image_has_it_and_the_user_is_told(folder: Make) -> None:
    generated = pipeline.generate(made(folder, click("@click.argument('data_dir')", "data_dir")))
    text = generated.files.dockerfile
    assert "/data is there for DATA_DIR (shop/cli.py:10)." in text
    assert "install --directory --owner app --group app /app /data\n" in text
    assert any("it gets /data, empty." in note.text for note in generated.plan.notes)
