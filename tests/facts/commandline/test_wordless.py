"""Programs that do nothing without words, told from those that work without."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]

PARSED = """
import argparse


def work(args):
    print("worked", args)


def main():
    parser = argparse.ArgumentParser()
{arguments}
    args = parser.parse_args()
{then}


if __name__ == "__main__":
    main()
"""
VERBS = """
    commands = parser.add_subparsers(dest="command"{required})
    show = commands.add_parser("show")
    show.add_argument("path")
    show.set_defaults(func=work)
"""


def parsed(arguments: str, then: str = "    work(args)") -> str:
    return PARSED.format(arguments=arguments, then=then)


CLICK = "import click\n\n\n"
MAIN = '\n\nif __name__ == "__main__":\n    main()\n'
TYPER = "import typer\n\napp = typer.Typer()\n\n\n"
APP = '\n\nif __name__ == "__main__":\n    app()\n'
DOCOPT = (
    '"""Convert.\n\nUsage:\n{usage}\n\nOptions:\n  --all  All.\n"""\n'
    "from docopt import docopt\n\nprint(docopt(__doc__))\n"
)
FIRE = (
    "import fire\n\n\ndef run({parameters}):\n    print('worked')\n\n\nif __name__ == '__main__':\n    fire.Fire(run)\n"
)

# What the program is, and the line that asks for words.
WORDLESS = {
    "an argument": (parsed('    parser.add_argument("path")'), 'parser.add_argument("path")'),
    "an argument with a default that never counts": (
        parsed('    parser.add_argument("path", default=None)'),
        'parser.add_argument("path", default=None)',
    ),
    "one or more": (parsed('    parser.add_argument("paths", nargs="+")'), 'parser.add_argument("paths", nargs="+")'),
    "an option that is required": (
        parsed('    parser.add_argument("--to", required=True)'),
        'parser.add_argument("--to", required=True)',
    ),
    "a sub-command that is required": (
        parsed(VERBS.format(required=", required=True"), "    args.func(args)"),
        'show = commands.add_parser("show")',
    ),
    "a sub-command that is required later": (
        parsed(VERBS.format(required="") + "    commands.required = True", "    args.func(args)"),
        'show = commands.add_parser("show")',
    ),
    "a sub-command whose function is called": (
        parsed(VERBS.format(required=""), "    args.func(args)"),
        'show = commands.add_parser("show")',
    ),
    "the help where no sub-command is named": (
        parsed(
            VERBS.format(required=""),
            "    if args.command is None:\n        parser.print_help()\n        return 1\n    args.func(args)",
        ),
        'show = commands.add_parser("show")',
    ),
    "the help in the last branch": (
        parsed(
            VERBS.format(required=""),
            "    if args.command == 'show':\n        work(args)\n    else:\n        parser.print_help()",
        ),
        'show = commands.add_parser("show")',
    ),
    "a complaint of the parser": (
        parsed('    parser.add_argument("--to")', "    if not args.to:\n        parser.error('--to')\n    work(args)"),
        'parser.add_argument("--to")',
    ),
    "a group of click": (
        CLICK + '@click.group()\ndef main():\n    pass\n\n\n@main.command()\ndef show():\n    print("worked")\n' + MAIN,
        "def show():",
    ),
    "an argument of click": (
        CLICK + '@click.command()\n@click.argument("path")\ndef main(path):\n    print("worked")\n' + MAIN,
        '@click.argument("path")',
    ),
    "commands of typer": (
        TYPER
        + '@app.command()\ndef show(path: str):\n    print("worked")\n\n\n@app.command()\ndef other():\n    pass\n'
        + APP,
        "def show(path: str):",
    ),
    "an argument of typer": (
        TYPER + "@app.command()\ndef show(path: str):\n    print(path)\n" + APP,
        "def show(path: str):",
    ),
    "docopt": (DOCOPT.format(usage="  convert <path> [--all]\n  convert list"), "print(docopt(__doc__))"),
    "fire": (FIRE.format(parameters="path, size=3"), "fire.Fire(run)"),
}
WORKS = {
    "no arguments": parsed(""),
    "options with defaults": parsed('    parser.add_argument("--size", type=int, default=3)'),
    "an argument that may be left out": parsed('    parser.add_argument("path", nargs="?")'),
    "the rest of the words": parsed('    parser.add_argument("paths", nargs="...")'),
    "one with a default that counts": parsed('    parser.add_argument("path", nargs="?", default="in.csv")'),
    "any number of them": parsed('    parser.add_argument("paths", nargs="*")'),
    "a sub-command that may be left out": parsed(
        VERBS.format(required=""), "    if not args.command:\n        return work(args)\n    args.func(args)"
    ),
    "one for where none is named": parsed(
        VERBS.format(required="") + "    parser.set_defaults(func=work)", "    args.func(args)"
    ),
    "a question whether there is one": parsed(
        VERBS.format(required=""), "    if not hasattr(args, 'func'):\n        return\n    args.func(args)"
    ),
    "help only where the work failed": parsed(
        '    parser.add_argument("--to")', "    if work(args):\n        parser.print_help()\n        exit(1)"
    ),
    "an exit code that the work has": parsed(
        '    parser.add_argument("--to")', "    code = work(args)\n    raise SystemExit(code)"
    ),
    "an error that is logged": parsed(
        '    parser.add_argument("--to")', "    import logging\n    logging.error('a')\n    work(args)"
    ),
    "an argument of another command line": (
        "import sys\n"
        + parsed('    if sys.argv[1:2] == ["take"]:\n        return take()')
        + "\n\ndef take():\n    parser = argparse.ArgumentParser()\n"
        "    parser.add_argument('path')\n    work(parser.parse_args())\n"
    ),
    "an argument of a sub-command": parsed(
        '    commands = parser.add_subparsers(dest="command")\n    commands.add_parser("show").add_argument("path")'
    ),
    "a sub-command of a sub-command": parsed(
        '    commands = parser.add_subparsers(dest="command")\n    show = commands.add_parser("show")\n'
        "    show.add_subparsers(required=True)"
    ),
    "words that the source has": parsed('    parser.add_argument("path")').replace("parse_args()", "parse_args(['a'])"),
    "no --help": parsed('    parser.add_argument("path")').replace("Parser()", "Parser(add_help=False)"),
    "a group of click that works": CLICK
    + "@click.group(invoke_without_command=True)\ndef main():\n    print(1)\n\n\n@main.command()\ndef show():\n    pass"
    + MAIN,
    "an option of click": CLICK
    + '@click.command()\n@click.option("--to", default=1)\ndef main(to):\n    print(to)\n' + MAIN,
    "what a variable can give": CLICK
    + '@click.command()\n@click.option("--to", required=True, envvar="TO")\ndef main(to):\n    print(to)\n'
    + MAIN,
    "one command of typer": TYPER + "@app.command()\ndef show(size: int = 3):\n    print(size)\n" + APP,
    "docopt without words": DOCOPT.format(usage="  convert [--all] [<path>]\n  convert list"),
    "docopt with a bare pattern": DOCOPT.format(usage="  convert\n  convert list"),
    "fire with defaults": FIRE.format(parameters="path='.', *rest"),
    "words that it takes by itself": "import sys\n\nprint(sys.argv[1])\n",
}  # fmt: skip


@pytest.mark.parametrize(("code", "line"), WORDLESS.values(), ids=WORDLESS.keys())
def test_it_asks_for_words(code: str, line: str, folder: Make) -> None:
    found = pipeline.inspect(folder({"convert.py": code, "requirements.txt": "click\ntyper\ndocopt\nfire\n"}))
    assert found.outside.wordless is not None
    assert found.outside.wordless.reason == line


@pytest.mark.parametrize("code", WORKS.values(), ids=WORKS.keys())
def test_it_works_without(code: str, folder: Make) -> None:
    found = pipeline.inspect(folder({"convert.py": code, "requirements.txt": "click\ntyper\ndocopt\nfire\n"}))
    assert found.outside.wordless is None


def test_what_another_file_does_when_it_is_run_itself_does_not_count(folder: Make) -> None:
    files = {
        "main.py": "import argparse\n\nimport other\n\nargparse.ArgumentParser().parse_args()\nprint(other.run('a'))\n",
        "other.py": FIRE.format(parameters="path"),
        "requirements.txt": "fire\n",
    }
    assert pipeline.inspect(folder(files)).outside.wordless is None
