"""Factories that are handed what the program was called with."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.config import Settings

Make = Callable[[dict[str, str]], Path]
FACTORY = (
    "from flask import Flask\n\n\ndef create_app(static='../build', debug=False):\n"
    "    app = Flask(__name__, static_folder=static)\n"
    "    app.add_url_rule('/', view_func=lambda: 'hi')\n    return app\n"
)
PARSES = "import argparse\nfrom label.web import create_app\n\n\ndef main():\n    parser = argparse.ArgumentParser()\n"
OPTIONS = (
    "    parser.add_argument('--port', default=9888, type=int)\n    parser.add_argument('--static', default='build')\n"
)
PACKAGE = {"label/__init__.py": "", "label/web.py": FACTORY}
RUNS = "    args = parser.parse_args()\n"
BLOCK = "\n\nif __name__ == '__main__':\n    main()\n"
BY_HAND = {
    "by the name that was parsed into": f"{PARSES}{OPTIONS}{RUNS}    app = create_app(static=args.static)\n"
    f"    app.run(port=args.port){BLOCK}",
    "through another function": f"{PARSES}{OPTIONS}{RUNS}    serve(args)\n\n\ndef serve(args):\n"
    f"    app = create_app(args.static)\n    app.run(port=args.port){BLOCK}",
    "by a name that is made of it": f"{PARSES}{OPTIONS}{RUNS}    folder = args.static + '/x'\n"
    f"    app = create_app(folder)\n    app.run(port=args.port){BLOCK}",
    "by the option of a decorated command": "import click\nfrom label.web import create_app\n\n\n"
    "@click.command()\n@click.option('--static', default='build')\ndef main(static):\n"
    f"    app = create_app(static)\n    app.run(port=9888){BLOCK}",
}
SERVED = {
    "nothing is handed over": f"{PARSES}{OPTIONS}{RUNS}    app = create_app()\n    app.run(port=args.port){BLOCK}",
    "only what a server is told too": f"{PARSES}{OPTIONS}{RUNS}    app = create_app(debug=args.debug)\n"
    f"    app.run(port=args.port){BLOCK}",
    "what it hands over is its own": f"{PARSES}{OPTIONS}{RUNS}    app = create_app('build')\n"
    f"    app.run(port=args.port){BLOCK}",
}


@pytest.mark.parametrize("text", BY_HAND.values(), ids=BY_HAND)
def test_what_is_made_of_the_command_line_is_run(folder: Make, text: str) -> None:
    facts = pipeline.inspect(folder({**PACKAGE, "label/__main__.py": text})).facts
    assert (facts.kind.value, facts.entrypoint.value, facts.port.value) == ("web", "label/__main__.py", 9888)


def test_what_is_run_gets_no_server_that_nothing_starts(folder: Make) -> None:
    files = {**PACKAGE, "label/__main__.py": BY_HAND["by the name that was parsed into"], "requirements.txt": "flask\n"}
    plan = pipeline.plan(pipeline.inspect(folder(files)), Settings())
    assert "gunicorn" not in pipeline.render(plan).dockerfile


@pytest.mark.parametrize("text", SERVED.values(), ids=SERVED)
def test_what_a_server_can_make_is_served(folder: Make, text: str) -> None:
    facts = pipeline.inspect(folder({**PACKAGE, "label/__main__.py": text})).facts
    assert facts.entrypoint.value == "label.web:create_app()"


OPTION = (
    "import argparse\nfrom flask import Flask\n\n"
    "parser = argparse.ArgumentParser()\nparser.add_argument('--model', default='a')\n"
)
APP = "app = Flask(__name__)\n\n\nif __name__ == '__main__':\n"
IMPORTED = {
    "its own file parses": {"web.py": f"{OPTION}args = parser.parse_args()\n{APP}    app.run()\n"},
    "a file that it imports parses": {
        "options.py": f"{OPTION}args = parser.parse_args()\n",
        "web.py": f"from flask import Flask\nfrom options import args\n\n{APP}    app.run()\n",
    },
    "by its documentation": {
        "web.py": f"from docopt import docopt\nfrom flask import Flask\n\nargs = docopt('a')\n{APP}    app.run()\n"
    },
}
NOT_IMPORTED = {
    "where it is started": {"web.py": f"{OPTION}{APP}    args = parser.parse_args()\n    app.run(debug=args.debug)\n"},
    "what it knows": {"web.py": f"{OPTION}args, _ = parser.parse_known_args()\n{APP}    app.run()\n"},
    "no words of its caller": {"web.py": f"{OPTION}args = parser.parse_args([])\n{APP}    app.run()\n"},
    "a file that hands it to a server": {
        "Procfile": "web: gunicorn web:app\n",
        "web.py": f"{OPTION}args = parser.parse_args()\n{APP}    app.run()\n",
    },
}


@pytest.mark.parametrize("files", IMPORTED.values(), ids=IMPORTED)
def test_what_parses_the_command_line_when_it_is_imported_is_run(folder: Make, files: dict[str, str]) -> None:
    assert pipeline.inspect(folder(files)).facts.entrypoint.value == "web.py"


@pytest.mark.parametrize("files", NOT_IMPORTED.values(), ids=NOT_IMPORTED)
def test_what_does_not_is_served(folder: Make, files: dict[str, str]) -> None:
    assert pipeline.inspect(folder(files)).facts.entrypoint.value == "web:app"


@pytest.mark.parametrize("how", ["typer.Typer()", "click.Group()"])
def test_a_block_that_calls_what_the_starting_function_is_registered_with_starts_it_too(folder: Make, how: str) -> None:
    decorator = "callback(invoke_without_command=True)" if "typer" in how else "command()"
    library = how.partition(".")[0]
    files = {
        "label/__init__.py": "",
        "label/web.py": "from fastapi import FastAPI\n\n\ndef create_app():\n    return FastAPI()\n",
        "label/cli.py": f"import {library}\nimport uvicorn\n\nfrom label.web import create_app\n\napp = {how}\n\n\n"
        f"@app.{decorator}\ndef main():\n    uvicorn.run(create_app(), port=8888)\n",
        "label/__main__.py": "from label.cli import app\n\nif __name__ == '__main__':\n    app()\n",
        "requirements.txt": f"fastapi\nuvicorn\n{library}\n",
        "README.md": "Start it:\n\n```\npython -m label\n```\n",
    }
    facts = pipeline.inspect(folder(files)).facts
    assert (facts.kind.value, facts.entrypoint.value, facts.port.value) == ("web", "label.web:create_app()", 8888)
