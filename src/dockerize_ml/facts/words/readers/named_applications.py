"""Applications that a host's settings name without a command: Elastic Beanstalk, Zappa, Serverless."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.words.reading import lines_of
from dockerize_ml.facts.words.registry import words
from dockerize_ml.facts.words.word import Command, FileWord
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.project.project import Project

# The settings file → its line that names the application: `application:application`, `api.app` or `application.py`.
_NAMED_IN = {
    re.compile(r"(?:.*/)?\.ebextensions/[^/]+\.config"): re.compile(r"\s*[\"']?WSGIPath[\"']?\s*:\s*(?P<target>\S+)"),
    re.compile(r"zappa_settings\.json"): re.compile(r"\s*\"app_function\"\s*:\s*(?P<target>\S+)"),
    re.compile(r"serverless\.ya?ml"): re.compile(r"\s+app\s*:\s*(?P<target>[\w.\"']+)\s*$"),
}
_ENDINGS = (".config", "zappa_settings.json", "serverless.yml", "serverless.yaml")
_WEIGHT = 50


@words
def named_applications(project: Project) -> Iterator[Command | FileWord]:
    """The file, or the object that a WSGI server is given."""
    for path in (path for path in project.files if path.endswith(_ENDINGS)):
        line_of_it = next((line for name, line in _NAMED_IN.items() if name.fullmatch(path)), None)
        for number, line in enumerate(lines_of(project, path), 1) if line_of_it else ():
            found = line_of_it.match(line) if line_of_it else None
            if found:
                yield _word(found["target"].strip("\"',"), Place(path, number))


def _word(target: str, at: Place) -> Command | FileWord:
    if target.endswith(".py"):
        return FileWord(target, at, at.path, _WEIGHT)
    module, _, name = target.partition(":") if ":" in target else target.rpartition(".")
    return Command(("gunicorn", f"{module}:{name}"), ".", at, at.path, _WEIGHT)
