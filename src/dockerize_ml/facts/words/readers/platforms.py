"""Start commands in the settings of hosting platforms, found by their key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.words.reading import lines_of
from dockerize_ml.facts.words.registry import words
from dockerize_ml.facts.words.shell import commands
from dockerize_ml.facts.words.word import PortWord
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.words.word import Word
    from dockerize_ml.project.project import Project

# File name → the key before the command. These files are short and flat; one line of each is all that matters.
_KEYS = {
    "render.yaml": re.compile(r"\s*-?\s*(?:startCommand|dockerCommand):\s*(?P<command>.+)"),
    "railway.json": re.compile(r'\s*"startCommand"\s*:\s*"(?P<command>.+?)"\s*,?\s*$'),
    "railway.toml": re.compile(r"\s*startCommand\s*=\s*[\"'](?P<command>.+)[\"']"),
    "nixpacks.toml": re.compile(r"\s*cmd\s*=\s*[\"'](?P<command>.+)[\"']"),
    "zeabur.json": re.compile(r'\s*"(?:start_command|startCommand)"\s*:\s*"(?P<command>.+?)"'),
    "app.yaml": re.compile(r"\s*entrypoint:\s*(?P<command>.+)"),
    "app.yml": re.compile(r"\s*(?:entrypoint|command):\s*(?P<command>.+)"),
    "heroku.yml": re.compile(r"\s*(?:web|worker):\s*(?P<command>.+)"),
    "koyeb.yaml": re.compile(r"\s*(?:run_command|command):\s*(?P<command>.+)"),
    "fly.toml": re.compile(r"\s*(?:app|web|worker)\s*=\s*[\"'](?P<command>.+)[\"']"),
    "supervisord.conf": re.compile(r"\s*command\s*=\s*(?P<command>.+)"),
    "supervisor.conf": re.compile(r"\s*command\s*=\s*(?P<command>.+)"),
    "tasks.json": re.compile(r'\s*"command"\s*:\s*"(?P<command>.+?)"\s*,?\s*$'),
    ".replit": re.compile(r"\s*run\s*=\s*(?:\[.*?\"-c\",\s*)?[\"'](?P<command>.+?)[\"']\]?\s*$"),
    "package.json": re.compile(
        r'\s*"(?:start|dev|serve|start:api|backend|api|server)"\s*:\s*"(?P<command>.+?)"\s*,?\s*$'
    ),
    ".gitpod.yml": re.compile(r"\s*-?\s*command:\s*(?P<command>.+)"),
    "devcontainer.json": re.compile(r'.*"(?:postAttachCommand|postStartCommand|server)"\s*:\s*"(?P<command>.+?)"'),
    "apprunner.yaml": re.compile(r"\s*command:\s*(?P<command>.+)"),
}
_SERVICE = re.compile(r"(?:ExecStart\s*=\s*)(?P<command>.+)")
_PORTS = {
    "fly.toml": re.compile(r"\s*internal_port\s*=\s*(?P<port>\d{2,5})"),
    "apprunner.yaml": re.compile(r"\s*port:\s*(?P<port>\d{2,5})"),
    ".replit": re.compile(r"\s*localPort\s*=\s*(?P<port>\d{2,5})"),
    "app.yaml": re.compile(r"\s*PORT:\s*[\"']?(?P<port>\d{2,5})"),
    "render.yaml": re.compile(r"\s*(?:-\s*)?port:\s*(?P<port>\d{2,5})"),
}


@words
def platforms(project: Project) -> Iterator[Word]:
    """The command lines and ports of every platform's file near the root."""
    for path in project.files:
        name = path.rpartition("/")[2]
        if path.count("/") > 2:
            continue
        pattern = _SERVICE if name.endswith(".service") else _KEYS.get(name)
        if pattern or name in _PORTS:
            yield from _of_file(project, path, pattern, _PORTS.get(name))


def _of_file(
    project: Project, path: str, pattern: re.Pattern[str] | None, port: re.Pattern[str] | None
) -> Iterator[Word]:
    own, _, name = path.rpartition("/")
    folder = "." if own.startswith(".") else own or "."
    for number, line in enumerate(lines_of(project, path), 1):
        found = pattern.match(line) if pattern else None
        if found:
            text = found["command"].strip().strip("\"'").replace('\\"', '"')
            yield from commands(text, Place(path, number), name, 24 if name == "package.json" else 50, folder)
        listens = port.match(line) if port else None
        if listens:
            yield PortWord(int(listens["port"]), folder, Place(path, number), 45)
