"""Programs that listen on localhost: given every interface in the image, unless told by other means or by the user."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.plan.opening import FOLDER

Make = Callable[[dict[str, str]], Path]

BOTTLE = "from bottle import route, run\n@route('/')\ndef index():\n    return 'hi'\nrun({})\n"
SERVER = (
    "from http.server import HTTPServer, SimpleHTTPRequestHandler\n"
    "HTTPServer(({}, 8000), SimpleHTTPRequestHandler).serve_forever()\n"
)
HIDDEN = "from flask import Flask\ndef main():\n    app = Flask(__name__)\n    app.run({})\nmain()\n"
DASH = "import dash\ndef main():\n    app = dash.Dash(__name__)\n    app.run({})\nmain()\n"
FLASK = "from flask import Flask\napp = Flask(__name__)\nif __name__ == '__main__':\n    app.run(host='localhost')\n"

WAITRESS = (
    "from waitress import serve\nfrom flask import Flask\ndef main():\n    serve(Flask('x'), listen='{}')\nmain()\n"
)

OPENED = {
    "localhost by name": BOTTLE.format("host='localhost', port=8080"),
    "a framework that takes it by itself": BOTTLE.format("port=8080"),
    "the standard library": SERVER.format("'127.0.0.1'"),
    "another address of the machine itself": SERVER.format("'127.0.0.5'"),
    "an application that only its own function has": HIDDEN.format(""),
    "address and port in one": WAITRESS.format("127.0.0.1:9001"),
    "said although a variable could say otherwise": DASH.format("host='127.0.0.1'"),
}
LEFT = {
    "every interface": BOTTLE.format("host='0.0.0.0', port=8080"),
    "every interface of the standard library": SERVER.format("''"),
    "every interface, address and port in one": WAITRESS.format("*:9001"),
    "a server that is told by its command": FLASK,
    "a variable that the framework heeds": DASH.format(""),
    "an address that only the running program knows": HIDDEN.format("host=open('address').read()"),
}
CHERRY = "import cherrypy\nclass Root:\n    pass\ncherrypy.quickstart(Root(), config='{}')\n"
MANIFEST = "waitress\ncherrypy\nbottle\nflask\ndash\n"


def made(root: Path, **settings: object) -> tuple[str, str]:
    """The Dockerfile, and the notes."""
    generated = pipeline.generate(root, settings)
    return generated.files.dockerfile, "\n".join(note.text for note in generated.plan.notes)


@pytest.mark.parametrize("code", OPENED.values(), ids=OPENED.keys())
def test_localhost_is_opened(code: str, folder: Make) -> None:
    dockerfile, notes = made(folder({"app.py": code, "requirements.txt": MANIFEST}))
    assert f"PYTHONPATH={FOLDER}\n" in dockerfile
    assert f"RUN mkdir {FOLDER}" in dockerfile
    assert "in the image it gets every interface instead" in notes


@pytest.mark.parametrize("code", LEFT.values(), ids=LEFT.keys())
def test_what_is_reached_anyway_is_left_alone(code: str, folder: Make) -> None:
    dockerfile, notes = made(folder({"app.py": code, "requirements.txt": MANIFEST}))
    assert FOLDER not in dockerfile
    assert "listens on" not in notes


@pytest.mark.parametrize(("host", "opened"), [("127.0.0.1", True), ("0.0.0.0", False)])
def test_a_file_of_settings_tells_where_it_listens(host: str, opened: bool, folder: Make) -> None:  # noqa: FBT001 - a column
    conf = f'[global]\nserver.socket_host = "{host}"\nserver.socket_port = 8181\n'
    files = {"app.py": CHERRY.format("site.conf"), "site.conf": conf, "requirements.txt": MANIFEST}
    dockerfile, notes = made(folder(files))
    assert "EXPOSE 8181" in dockerfile
    assert (FOLDER in dockerfile, "site.conf:2" in notes) == (opened, opened)


def test_the_user_may_keep_it(folder: Make) -> None:
    root = folder({"app.py": OPENED["localhost by name"], "requirements.txt": MANIFEST})
    dockerfile, notes = made(root, localhost="keep")
    assert FOLDER not in dockerfile
    assert "nothing outside the container reaches that" in notes


def test_the_user_may_ask_for_it(folder: Make) -> None:
    files = {"src/app.py": LEFT["an address that only the running program knows"], "requirements.txt": MANIFEST}
    dockerfile, _ = made(folder(files), localhost="open")
    assert f"RUN mkdir {FOLDER}" in dockerfile


def test_the_file_does_what_is_said(folder: Make, tmp_path: Path) -> None:
    """The lines as they stand in the Dockerfile, read by the Python that runs the tests."""
    dockerfile, _ = made(folder({"app.py": OPENED["localhost by name"], "requirements.txt": MANIFEST}))
    written = dockerfile.partition("printf '%s\\n' \\\n")[2].partition(" > ")[0]
    lines = [line.strip().removesuffix("\\").rstrip()[1:-1] for line in written.splitlines()]
    (tmp_path / "sitecustomize.py").write_text("\n".join(lines))
    program = (
        "import socket\n"
        "fixed, free = socket.socket(), socket.socket()\n"
        "with socket.socket() as probe:\n    probe.bind(('', 0)); port = probe.getsockname()[1]\n"
        "fixed.bind(('localhost', port)); free.bind(('127.0.0.1', 0))\n"
        "print(fixed.getsockname()[0], free.getsockname()[0])\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], env={"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["0.0.0.0", "127.0.0.1"]
