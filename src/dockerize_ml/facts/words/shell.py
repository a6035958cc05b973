"""Split what people write into a shell into commands, without a shell."""

import re
import shlex
from collections.abc import Iterator
from pathlib import PurePosixPath

from dockerize_ml.facts.words.word import Command
from dockerize_ml.project.place import Place

_SEPARATORS = re.compile(r"(&&|\|\||;|(?<!\|)\|(?!\|)|(?<![&>])&(?![&>])|\n)")
_ASSIGNMENT = re.compile(r"[A-Za-z_]\w*=")
_DEFAULT = re.compile(r"\$\{(?P<name>\w+):?-(?P<default>[^}]*)\}")
# Words before the program itself that change nothing about what is started.
_BEFORE = frozenset(
    {"exec", "sudo", "time", "nohup", "env", "command", "tini", "dumb-init", "gosu", "--", "-g", "wait", "@", "dotenv"}
)
_RUNNERS = {
    "poetry": ("run",),
    "uv": ("run",),
    "pipenv": ("run",),
    "pdm": ("run",),
    "hatch": ("run",),
    "rye": ("run",),
    "conda": ("run",),
    "micromamba": ("run",),
    "pixi": ("run",),
    "dotenv": ("run",),
    "infisical": ("run",),
    "doppler": ("run",),
    "ddtrace-run": (),
    "newrelic-admin": ("run-program",),
    "opentelemetry-instrument": (),
    "uvx": (),
    "xvfb-run": (),
    "accelerate": ("launch",),
}
_RUNNER_VALUES = frozenset(
    {
        "-n",
        "--name",
        "-p",
        "--prefix",
        "--with",
        "--extra",
        "--group",
        "--python",
        "--env-file",
        "--package",
        "--directory",
        "-f",
    }
)


def commands(  # noqa: PLR0913, PLR0917 - each is a field of what is yielded
    text: str, at: Place, says: str, weight: int, workdir: str = ".", name: str = ""
) -> Iterator[Command]:
    """The commands of a script text, each with the folder that ``cd`` led to."""
    folder = workdir
    exported: list[tuple[str, str]] = []
    parts = (*_SEPARATORS.split(text.replace("\\\n", " ")), "")
    for piece, separator in zip(parts[::2], parts[1::2], strict=True):
        words, variables = _words(piece)
        if not words:
            exported.extend(variables)
            continue
        match words:
            case ["cd" | "pushd", target, *_]:
                folder = _moved(folder, target)
            case ["export" | "set" | "setx", *assigned]:
                exported.extend(_pairs(assigned))
            case ["sh" | "bash" | "/bin/sh" | "/bin/bash", flag, script, *_] if flag.startswith("-") and "c" in flag:
                yield from commands(script, at, says, weight, folder, name)
            case _:
                told = (*exported, *variables)
                yield Command(tuple(words), folder, at, says, weight, name, told, is_behind=separator == "&")


def argv(words: list[str]) -> list[str]:
    """The words without what runs a program inside an environment: ``poetry run``, ``exec``."""
    rest = list(words)
    while rest:
        if rest[0] in _BEFORE or _ASSIGNMENT.match(rest[0]):
            rest = rest[1:]
            continue
        steps = _RUNNERS.get(rest[0].rpartition("/")[2])
        if steps is None or rest[1 : 1 + len(steps)] != list(steps):
            return rest
        rest = _without_options(rest[1 + len(steps) :])
    return rest


def _without_options(words: list[str]) -> list[str]:
    while words and words[0].startswith("-"):
        takes_value = words[0] in _RUNNER_VALUES
        words = words[2:] if takes_value else words[1:]
    return words


def _words(piece: str) -> tuple[list[str], list[tuple[str, str]]]:
    text = _DEFAULT.sub(lambda found: found["default"] or f"${found['name']}", piece.strip().lstrip("$>%@- ").strip())
    try:
        words = shlex.split(text, comments=True)
    except ValueError:
        words = text.split()
    variables: list[tuple[str, str]] = []
    while words and _ASSIGNMENT.match(words[0]):
        variables.extend(_pairs([words.pop(0)]))
    return argv(words), variables


def _pairs(words: list[str]) -> Iterator[tuple[str, str]]:
    for word in words:
        name, equals, value = word.partition("=")
        if equals:
            yield name, value


def _moved(folder: str, target: str) -> str:
    """Where ``cd target`` leads; a checkout's own name and absolute paths lead to the root."""
    if target.startswith(("/", "~", "$", "<", "http")):
        return "."
    parts = [] if folder == "." else folder.split("/")
    for part in PurePosixPath(target.replace("\\", "/")).parts:
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts.append(part)
    return "/".join(parts) or "."
