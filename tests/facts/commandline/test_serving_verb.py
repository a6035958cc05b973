"""Console scripts and files of which one verb serves, and those of which none does."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml.facts.inspection import inspect
from dockerize_ml.project.project import Project

_PYPROJECT = '[build-system]\nrequires = ["hatchling"]\n[project]\nname = "shop"\nversion = "1"\n'
_SCRIPT = f'{_PYPROJECT}[project.scripts]\nshop = "shop.cli:{{}}"\n'
_SERVER = """
from wsgiref.simple_server import WSGIServer, make_server


class Quiet(WSGIServer):
    pass


class Site:
    def __init__(self, host, port):
        self.host, self.port = host, port

    def run(self):
        Quiet((self.host, self.port), None).serve_forever()


def run(host, port):
    site = Site(host, port)
    site.run()
"""

_CLICK = """
import click

from shop.server import run


@click.group()
def cli():
    pass


@cli.command()
@click.argument("file")
def load(file):
    print(file)


@cli.command("serve-http")
@click.option("-h", "--host", default="127.0.0.1")
@click.option("-p", "--port", default=8123, type=int)
def serve(host, port):
    run(host, port)
"""

_TYPER = """
import typer

app = typer.Typer()
web = typer.Typer()
app.add_typer(web, name="web")


@app.command()
def load(file: str):
    print(file)


@web.command()
def start(store: str, host: str = "127.0.0.1", port: int = typer.Option(8124, "--port", "-p")):
    from shop.server import run

    run(host, port)


@web.command()
def stop():
    pass


def main():
    app()
"""

_SUBPARSERS = """
import argparse

from shop import server


def serve(args):
    server.run(args.host, args.port)


def load(args):
    print(args.file)


def _listening(parser):
    parser.add_argument("--host", default="localhost")
    parser.add_argument("--port", type=int, help="Port (default: 8125)")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--verbose", action="store_true")
    commands = parser.add_subparsers(dest="command")
    one = commands.add_parser("load")
    one.add_argument("file")
    one.set_defaults(run=load)
    other = commands.add_parser("daemon")
    _listening(other)
    other.set_defaults(run=serve)
    args = parser.parse_args()
    args.run(args)
"""

_BRANCHES = """
import argparse
import sys

from shop.server import run

COMMANDS = ("load", "start")


def main():
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(dest="command")
    for name in COMMANDS:
        one = commands.add_parser(name)
        if name == "load":
            one.add_argument("--host", default="db.example.org")
        elif name == "start":
            one.add_argument("--port", type=int, default=8126)
    args = parser.parse_args()
    if args.command == "load":
        print(args.host)
        sys.exit(0)
    elif args.command == "start":
        run("0.0.0.0", args.port)
"""

_CHOICES = """
import argparse

from shop.server import run
from shop.words import WORDS


def build():
    parser = argparse.ArgumentParser()
    parser.add_argument("command", nargs="?", choices=sorted(WORDS))
    parser.add_argument("what", nargs="?", default="all", choices=["all", "some"])
    parser.add_argument("--bind", "--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8130)
    return parser


def cli():
    parser = build()
    args = parser.parse_args()
    if args.command is None:
        parser.print_help()
        return 0
    if args.command == "serve":
        run(args.bind, args.port)
    return 0


def main():
    raise SystemExit(cli())
"""

_BARE = """
import argparse
import sys

from shop.server import run


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bind", default="127.0.0.1:8127")
    parser.add_argument("--root", help="the folder to serve")
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    if args.check:
        print("fine")
        return
    if args.root is None:
        parser.error("no root")
    run(*args.bind.split(":"))
"""

_ONLY_IF_ASKED = """
import argparse

from shop.server import run


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--serve", action="store_true")
    parser.add_argument("--port", type=int, default=8128)
    args = parser.parse_args()
    print(args.file)
    if args.serve:
        run("127.0.0.1", args.port)
"""

_CLIENT = """
import argparse
import http.server


class Handler(http.server.BaseHTTPRequestHandler):
    pass


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="localhost")
    parser.add_argument("--port", type=int, default=5432)
    args = parser.parse_args()
    print(args.host)
"""

_TABLE = """
import argparse

from shop.server import run


def one(host):
    run(host, 8129)


def other(host):
    run(host, 8129)


SERVERS = {"one": one, "other": other}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hostname", default="localhost")
    parser.add_argument("--http-port", default=8129)
    args = vars(parser.parse_args())
    config = dict(args)
    handler = SERVERS.get(config["server"])
    handler(config["hostname"])
"""

SERVES = {
    "a command of click": (_CLICK, "cli", ("serve-http", "--host", "0.0.0.0", "--port", "{port}"), 8123, ()),
    "a command of a Typer application in another, with an argument that it asks for": (
        _TYPER,
        "main",
        ("web", "start", "--host", "0.0.0.0", "--port", "{port}"),
        8124,
        ("STORE",),
    ),
    "a Typer application that the script names": (
        _TYPER,
        "app",
        ("web", "start", "--host", "0.0.0.0", "--port", "{port}"),
        8124,
        ("STORE",),
    ),
    "a sub-command of argparse, whose port only its help tells": (
        _SUBPARSERS,
        "main",
        ("daemon", "--host", "0.0.0.0", "--port", "{port}"),
        8125,
        (),
    ),
    "one of many made in a loop, without the address of another": (
        _BRANCHES,
        "main",
        ("start", "--port", "{port}"),
        8126,
        (),
    ),
    "a word out of those that another file lists": (
        _CHOICES,
        "main",
        ("--bind", "0.0.0.0", "--port", "{port}", "serve"),
        8130,
        (),
    ),
    "the bare program, that complains of what it lacks": (
        _BARE,
        "main",
        ("--bind", "0.0.0.0:{port}", "--root", "/data"),
        8127,
        (),
    ),
    "one of a table of servers": (
        _TABLE,
        "main",
        ("--hostname", "0.0.0.0", "--http-port", "{port}"),
        8129,
        (),
    ),
}
STAYS_A_JOB = {
    "that serves only if it is asked to": _ONLY_IF_ASKED,
    "that asks a server": _CLIENT,
    "that has no server": "def main():\n    print('a')\n",
    "whose function nobody can find": "main = print\n",
}

Folder = Callable[[dict[str, str]], Path]


def _project(cli: str, target: str) -> dict[str, str]:
    return {
        "pyproject.toml": _SCRIPT.format(target),
        "shop/__init__.py": "",
        "shop/cli.py": cli,
        "shop/server.py": _SERVER,
        "shop/words.py": 'WORDS = {"serve": "the site", "load": "a file"}\n',
        "README.md": "# shop\n",
    }


@pytest.mark.parametrize("case", SERVES)
def test_the_verb_that_serves_is_typed(case: str, folder: Folder) -> None:
    cli, target, arguments, port, asks = SERVES[case]

    program = inspect(Project.open(folder(_project(cli, target)))).programs[0]

    assert (program.kind, program.entrypoint, program.arguments, program.port) == ("web", "shop", arguments, port)
    assert tuple(each.reason for each in program.asks) == asks


@pytest.mark.parametrize("case", STAYS_A_JOB)
def test_a_tool_stays_a_job(case: str, folder: Folder) -> None:
    program = inspect(Project.open(folder(_project(STAYS_A_JOB[case], "main")))).programs[0]

    assert (program.kind, program.entrypoint, program.arguments, program.port) == ("job", "shop", (), None)


def test_a_file_is_told_its_verb_too(folder: Folder) -> None:
    text = (
        "import click\nfrom werkzeug.serving import run_simple\n\n@click.group()\ndef cli():\n    pass\n\n"
        "@cli.command()\ndef shell():\n    pass\n\n@cli.command()\n@click.option('--port', default=5001)\n"
        "def runserver(port):\n    run_simple('localhost', port, None)\n\nif __name__ == '__main__':\n    cli()\n"
    )

    program = inspect(Project.open(folder({"manage-shop.py": text, "requirements.txt": "click\nwerkzeug\n"}))).programs[
        0
    ]

    assert (program.entrypoint, program.arguments) == ("manage-shop.py", ("runserver", "--port", "{port}"))
    assert (program.port, program.host) == (5001, "localhost")


def test_the_only_address_that_is_written_out_counts(folder: Folder) -> None:
    files = _project("from shop import server\n\n\ndef main():\n    server.run(*server.load())\n", "main")
    files["shop/defaults.ini"] = "[server]\nlisten = http://localhost:8081\n[store]\nurl = localhost:5432\n"
    files["shop/__init__.py"] = "from shop import cli\n"

    program = inspect(Project.open(folder(files))).programs[0]

    assert (program.kind, program.port, program.host) == ("web", 8081, "localhost")
    assert [(each.path, each.line) for each in program.port_because] == [("shop/defaults.ini", 2)]


_HIDDEN = """
import argparse

from shop import server


def serve(options):
    options.port = int(options.port)
    threads = server.Threads(options)
    threads.begin()


def main():
    parser = argparse.ArgumentParser()
    verbs = parser.add_subparsers(dest="verb", required=True)
    {verb} = verbs.add_parser("{verb}")
    {verb}.add_argument("--host", default="0.0.0.0")
    {verb}.add_argument("--port", type=int, default=8090)
    {verb}.set_defaults(do=serve)
    options = parser.parse_args()
    options.do(options)
"""


@pytest.mark.parametrize(
    ("verb", "readme", "found"),
    [
        ("serve", "Open a terminal:\n\n```\nshop serve   # and open the page\n```\n", True),
        ("web", "Run `~/bin/shop web` once.\n", True),
        ("serve", "The shop serves everybody, as every shop should.\n", False),
        ("serve", "```\nshop server\n```\n", False),
        ("pack", "```\nshop pack\n```\n", False),
    ],
)
def test_what_cannot_be_followed_counts_where_the_readme_types_it(
    verb: str, readme: str, folder: Folder, *, found: bool
) -> None:
    files = _project(_HIDDEN.format(verb=verb), "main")
    files["shop/server.py"] += "\n\nclass Threads:\n    def __init__(self, options):\n        self.options = options\n"
    address = {"shop/defaults.ini": "[server]\nlisten = http://localhost:8090\n"}

    program = inspect(Project.open(folder({**files, **address, "README.md": readme}))).programs[0]

    assert (program.kind == "web") is found
    assert program.arguments == ((verb, "--port", "{port}") if found else ())
    assert (program.port == 8090) is found


_WORKER = """
import click
from apscheduler.schedulers.blocking import BlockingScheduler
{web}

@click.group()
def cli():
    pass


@cli.command()
def watch():
    scheduler = BlockingScheduler()
    scheduler.start()


@cli.command()
def once():
    print("done")


if __name__ == "__main__":
    cli()
"""


def test_a_worker_that_only_a_command_starts_is_that_command(folder: Folder) -> None:
    files = {"jobs.py": _WORKER.format(web=""), "requirements.txt": "apscheduler\nclick\n"}

    program = inspect(Project.open(folder(files))).programs[0]

    assert (program.kind, program.entrypoint, program.arguments) == ("worker", "jobs.py", ("watch",))


def test_a_web_program_goes_before_a_worker_that_only_a_command_starts(folder: Folder) -> None:
    files = {
        "shop/jobs.py": _WORKER.format(web="from shop.web import create_app"),
        "shop/web.py": "from flask import Flask\n\n\ndef create_app():\n    app = Flask(__name__)\n    return app\n",
        "shop/__init__.py": "",
        "pyproject.toml": (
            f'{_PYPROJECT}dependencies = ["apscheduler", "click", "flask"]\n[project.scripts]\nshop = "shop.jobs:cli"\n'
        ),
    }

    assert inspect(Project.open(folder(files))).programs[0].entrypoint == "shop.web:create_app()"


def test_where_no_call_can_be_followed_the_own_port_of_the_file_counts(folder: Folder) -> None:
    files = {
        "run.py": (
            "import argparse\nfrom shop.site import Site\n\nif __name__ == '__main__':\n"
            "    parser = argparse.ArgumentParser()\n    parser.add_argument('--port', type=int, default=8432)\n"
            "    Site().start(port=parser.parse_args().port)\n"
        ),
        "shop/__init__.py": "",
        "shop/site.py": (
            "import tornado.ioloop\nimport tornado.web\n\n\nclass Held:\n    pass\n\n\nclass Site:\n"
            "    def start(self, port=None):\n        self.held = Held()\n"
            "        self.held.site = tornado.web.Application([])\n        self.held.site.listen(port)\n"
            "        tornado.ioloop.IOLoop.current().start()\n"
        ),
        "requirements.txt": "tornado\n",
    }

    program = inspect(Project.open(folder(files))).programs[0]

    assert (program.entrypoint, program.framework, program.port) == ("run.py", "tornado", 8432)
